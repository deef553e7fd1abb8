import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a faster disk': [set('/hardware/0/dataDisk/randomIOPS', 200)],
    'a disk without its size': [remove('/hardware/0/dataDisk/capacityGB')],
    'a server without its cores and memory': [remove('/hardware/0/cores'), remove('/hardware/0/memoryGB')],
  },
  fails: {
    'a slow disk': {
      edits: [set('/hardware/0/dataDisk/randomIOPS', 30)],
      messageId: 'over',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'The copies on Data1 need 32.16 IOPS at peak; the disk sustains 30.',
    },
    'a RAID set that states too little': {
      edits: [set('/hardware/0/dataDisk/layout', 'RAID10'), set('/dags/0/servers/0/volumes/0/randomIOPS', 30)],
      messageId: 'over',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'The copies on Data1 need 32.16 IOPS at peak; the disk sustains 30.',
    },
  },
  notStated: {
    'no messages a day': [remove('/mailboxTiers/0/messagesPerDay')],
    'no data disk': [remove('/hardware/0/dataDisk')],
    'no speed': [remove('/hardware/0/dataDisk/rpm')],
    'a RAID set that does not state its I/O': [set('/hardware/0/dataDisk/layout', 'RAID10')],
  },
};
