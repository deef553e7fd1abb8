import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a larger disk': [set('/hardware/0/dataDisk/capacityGB', 10000)],
    'a server without its cores and memory': [remove('/hardware/0/cores'), remove('/hardware/0/memoryGB')],
  },
  fails: {
    'a disk that is too small': {
      edits: [set('/hardware/0/dataDisk/capacityGB', 1000)],
      messageId: 'overflows',
      severity: 'error',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 must hold 2,124 GB of databases, index and logs, and has 931 GB formatted.',
    },
    'a disk without room for a restore': {
      edits: [set('/hardware/0/dataDisk/capacityGB', 2700)],
      messageId: 'tight',
      severity: 'warning',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 needs 2,821 GB with free space and room to restore a database; it has 2,514 GB.',
    },
    'a disk without room for free space': {
      edits: [set('/hardware/0/dataDisk/capacityGB', 2953)],
      messageId: 'tight',
      severity: 'warning',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 needs 2,821 GB with free space and room to restore a database; it has 2,750 GB.',
    },
  },
  notStated: {
    'no disk size': [remove('/hardware/0/dataDisk/capacityGB')],
    'a RAID set that does not state its size': [set('/hardware/0/dataDisk/layout', 'RAID10')],
    'a copy without its lag': [remove('/dags/0/databases/0/copies/0/replayLagHours')],
    'a copy without its truncation lag': [remove('/dags/0/databases/0/copies/0/truncationLagHours')],
  },
};
