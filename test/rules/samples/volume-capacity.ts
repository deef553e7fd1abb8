import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a larger disk': [set('/hardware/0/dataDisk/capacityGB', 10000)] },
  fails: {
    'a disk that is too small': {
      edits: [set('/hardware/0/dataDisk/capacityGB', 1000)],
      messageId: 'overflows',
      severity: 'error',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 must hold 2,680 GB without free space, and has 931 GB formatted.',
    },
    'a disk without room for free space': {
      edits: [set('/hardware/0/dataDisk/capacityGB', 2953)],
      messageId: 'tight',
      severity: 'warning',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 needs 2,821 GB with free space, and has 2,750 GB formatted.',
    },
  },
  notStated: { 'no disk size': [remove('/hardware/0/dataDisk/capacityGB')] },
};
