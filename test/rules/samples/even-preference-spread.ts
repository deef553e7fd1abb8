import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'one more on one server': [
      insert('/dags/0/databases/8', { name: 'DB09', copies: [{ server: 'EX01', activationPreference: 1 }] }),
    ],
  },
  fails: {
    'two first preferences on one server, none on another': {
      edits: [
        set('/dags/0/databases/1/copies/0/activationPreference', 2),
        set('/dags/0/databases/1/copies/1/activationPreference', 1),
      ],
      messageId: 'uneven',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message: 'Of preference 1, EX01 holds 2 and EX02 0; balanced servers hold the same number of each.',
    },
  },
  notStated: { 'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')] },
};
