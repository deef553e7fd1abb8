import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one RAID1 pair': [] },
  fails: {
    'no RAID': {
      edits: [set('/hardware/0/systemDisks/raid', 'none')],
      messageId: 'raid',
      subject: 'hardware:Standard',
      path: '/hardware/0/systemDisks/raid',
      message:
        'The system disks are joined as single disks; the Preferred Architecture asks for RAID1. 8 servers use this hardware.',
      fix: 'Set RAID level of the system disks of Standard to RAID1',
    },
    'four disks': {
      edits: [set('/hardware/0/systemDisks/count', 4)],
      messageId: 'count',
      subject: 'hardware:Standard',
      path: '/hardware/0/systemDisks/count',
      message:
        '4 disks for the system; the Preferred Architecture asks for one RAID1 pair. 8 servers use this hardware.',
      fix: 'Set number of system disks of Standard to 2',
    },
  },
  notStated: { 'no RAID level': [remove('/hardware/0/systemDisks/raid')] },
};
