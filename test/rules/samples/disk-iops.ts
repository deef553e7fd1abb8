import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a faster disk': [set('/hardware/0/dataDisk/randomIOPS', 200)] },
  fails: {
    'a slow disk': {
      edits: [set('/hardware/0/dataDisk/randomIOPS', 30)],
      messageId: 'over',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'The copies on Data1 need 32.16 IOPS at peak; the disk sustains 30.',
    },
  },
  notStated: {
    'no messages a day': [remove('/mailboxTiers/0/messagesPerDay')],
    'no data disk': [remove('/hardware/0/dataDisk')],
  },
};
