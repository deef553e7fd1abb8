import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'no lagged copy': [set('/dags/0/databases/0/copies/3/replayLagHours', 0)] },
  fails: {
    'three days': {
      edits: [set('/dags/0/databases/0/copies/3/replayLagHours', 72)],
      messageId: 'differs',
      subject: 'copy:DB01/EX06',
      path: '/dags/0/databases/0/copies/3/replayLagHours',
      message: 'DB01 on EX06 lags by 72 hours; the Preferred Architecture asks for 168.',
      fix: 'Set replay lag of DB01 on EX06 to 168 hours',
    },
  },
  notStated: { 'a copy without its lag': [remove('/dags/0/databases/0/copies/3/replayLagHours')] },
};
