import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a file share': [] },
  fails: {
    'a cloud witness': {
      edits: [set('/dags/0/witness/kind', 'cloud')],
      messageId: 'cloud',
      severity: 'error',
      subject: 'witness:DAG1',
      path: '/dags/0/witness/kind',
      message: 'A cloud witness is not supported for a DAG; a file server in Azure is.',
    },
  },
  notStated: { 'no kind': [remove('/dags/0/witness/kind')] },
};
