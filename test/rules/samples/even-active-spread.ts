import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'one database more on one server': [
      insert('/dags/0/databases/8', { name: 'DB09', copies: [{ server: 'EX01', activationPreference: 1 }] }),
    ],
  },
  fails: {
    'three preferred copies on one server': {
      edits: [
        set('/dags/0/databases/1/copies/0/activationPreference', 2),
        set('/dags/0/databases/1/copies/1/activationPreference', 1),
      ],
      messageId: 'uneven',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message: 'EX01 carries 2 active databases, EX02 carries 0; the Preferred Architecture asks for equal shares.',
    },
  },
  notStated: { 'a copy without its preference': [remove('/dags/0/databases/1/copies/0/activationPreference')] },
};
