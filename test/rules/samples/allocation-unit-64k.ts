import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '64 KB': [] },
  fails: {
    '4 KB': {
      edits: [set('/dags/0/servers/0/volumes/0/allocationUnitKB', 4)],
      messageId: 'unit',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0/allocationUnitKB',
      message: 'Data1 has an allocation unit of 4 KB; database volumes want 64 KB.',
      fix: 'Set allocation unit of Data1 on EX01 to 64 KB',
    },
  },
  notStated: { 'no allocation unit': [remove('/dags/0/servers/0/volumes/0/allocationUnitKB')] },
};
