import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'no word, so one hour': [],
    never: [set('/dags/0/preferenceMoveFrequencyHours', null)],
    '1,192 hours': [set('/dags/0/preferenceMoveFrequencyHours', 1192)],
  },
  fails: {
    '50 days': {
      edits: [set('/dags/0/preferenceMoveFrequencyHours', 1200)],
      messageId: 'long',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/preferenceMoveFrequencyHours',
      message:
        'Databases move back to their preferred copy every 1,200 hours; above 1,192 hours the replication service crashes on all members.',
    },
  },
  notStated: { 'no DAGs': [remove('/dags')] },
};
