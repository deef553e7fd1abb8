import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'backup, so no circular logging': [
      set('/dags/0/databases/0/circularLogging', false),
      remove('/dags/0/databases/0/copies/0'),
    ],
  },
  fails: {
    'two highly available copies': {
      edits: [remove('/dags/0/databases/0/copies/0')],
      messageId: 'few',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 has circular logging and 2 highly available copies; native data protection asks for 3 or more that do not lag.',
    },
  },
  notStated: { 'no word about circular logging': [remove('/dags/0/databases/0/circularLogging')] },
};
