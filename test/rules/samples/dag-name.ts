import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '15 characters': [set('/dags/0/name', 'DAG-EAST-WEST-1')] },
  fails: {
    '16 characters': {
      edits: [set('/dags/0/name', 'DAG-EAST-WEST-01')],
      messageId: 'long',
      severity: 'error',
      subject: 'dag:DAG-EAST-WEST-01',
      path: '/dags/0/name',
      message: 'DAG-EAST-WEST-01 has 16 characters; a DAG name has 15 at most.',
    },
  },
  notStated: { 'no list of DAGs': [remove('/dags')] },
};
