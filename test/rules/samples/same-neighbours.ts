import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'the same four everywhere': [] },
  fails: {
    'two copies that changed places': {
      edits: [set('/dags/0/databases/0/copies/3/server', 'EX08'), set('/dags/0/databases/4/copies/3/server', 'EX06')],
      messageId: 'differ',
      severity: 'info',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        '8 of 8 databases have other neighbours on some of their servers; where activation spreads evenly that is the price.',
    },
  },
  notStated: { 'a copy without its volume': [remove('/dags/0/databases/0/copies/0/volume')] },
};
