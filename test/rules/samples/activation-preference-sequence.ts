import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'another order in the file': [
      set('/dags/0/databases/0/copies/0/activationPreference', 2),
      set('/dags/0/databases/0/copies/1/activationPreference', 1),
    ],
  },
  fails: {
    'a repeat': {
      edits: [set('/dags/0/databases/0/copies/1/activationPreference', 1)],
      messageId: 'broken',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies/1/activationPreference',
      message: 'DB01 has preferences 1, 1, 3, 4; with 4 copies they should be 1 to 4.',
      fix: 'Number the activation preferences of DB01 from 1',
    },
    'a gap': {
      edits: [set('/dags/0/databases/0/copies/3/activationPreference', 5)],
      messageId: 'broken',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies/3/activationPreference',
      message: 'DB01 has preferences 1, 2, 3, 5; with 4 copies they should be 1 to 4.',
      fix: 'Number the activation preferences of DB01 from 1',
    },
  },
  notStated: { 'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')] },
};
