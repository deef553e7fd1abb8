import { base } from '../base.ts';
import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a RAID0 of one disk each': [set('/hardware/0/dataDisk/layout', 'RAID0-single')] },
  fails: {
    RAID10: {
      edits: [set('/hardware/0/dataDisk/layout', 'RAID10')],
      messageId: 'raid',
      subject: 'hardware:Standard',
      path: '/hardware/0/dataDisk/layout',
      message: 'The data disks are RAID10; the Preferred Architecture asks for JBOD. 8 servers use this hardware.',
      fix: 'Set data disk layout of Standard to JBOD',
    },
    'RAID10 under two copies, one in each datacenter': {
      edits: [
        set('/hardware/0/dataDisk/layout', 'RAID10'),
        ...(base.dags?.[0]?.databases ?? []).flatMap((_, i) => [
          remove(`/dags/0/databases/${i}/copies/3`),
          remove(`/dags/0/databases/${i}/copies/1`),
        ]),
      ],
      messageId: 'raid',
      subject: 'hardware:Standard',
      path: '/hardware/0/dataDisk/layout',
      message: 'The data disks are RAID10; the Preferred Architecture asks for JBOD. 8 servers use this hardware.',
    },
  },
  notStated: { 'no layout': [remove('/hardware/0/dataDisk/layout')] },
};
