import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'two lagged copies, both last': [set('/dags/0/databases/0/copies/2/replayLagHours', 168)] },
  fails: {
    'a lagged copy of preference 3': {
      edits: [
        set('/dags/0/databases/0/copies/3/activationPreference', 3),
        set('/dags/0/databases/0/copies/2/activationPreference', 4),
      ],
      messageId: 'early',
      subject: 'copy:DB01/EX06',
      path: '/dags/0/databases/0/copies/3/activationPreference',
      message: 'The lagged copy of DB01 on EX06 has preference 3, before the copy on EX05 with 4; it belongs last.',
      fix: 'Put the lagged copy of DB01 last',
    },
  },
  notStated: {
    'a copy without its lag': [remove('/dags/0/databases/0/copies/0/replayLagHours')],
    'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')],
  },
};
