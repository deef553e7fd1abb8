import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { four: [] },
  fails: {
    three: {
      edits: [remove('/dags/0/databases/0/copies/3')],
      messageId: 'count',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message: 'DB01 has 3 copies; the Preferred Architecture asks for 4.',
    },
    none: {
      edits: [set('/dags/0/databases/0/copies', [])],
      messageId: 'count',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message: 'DB01 has 0 copies; the Preferred Architecture asks for 4.',
    },
  },
  notStated: { 'a database without its copies': [remove('/dags/0/databases/0/copies')] },
};
