import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { one: [] },
  fails: {
    none: {
      edits: [set('/dags/0/databases/0/copies/3/replayLagHours', 0)],
      messageId: 'count',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message: 'DB01 has no lagged copy; the Preferred Architecture asks for 1.',
    },
    two: {
      edits: [set('/dags/0/databases/0/copies/2/replayLagHours', 168)],
      messageId: 'count',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message: 'DB01 has 2 lagged copies; the Preferred Architecture asks for 1.',
    },
  },
  notStated: { 'a copy without its lag': [remove('/dags/0/databases/0/copies/0/replayLagHours')] },
};
