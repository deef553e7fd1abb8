import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { none: [] },
  fails: {
    'with addresses': {
      edits: [set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] })],
      messageId: 'present',
      subject: 'dag:DAG1',
      path: '/dags/0/administrativeAccessPoint',
      message: 'The DAG has an administrative access point; the Preferred Architecture asks for none.',
      fix: 'Remove the administrative access point of DAG1',
    },
  },
  notStated: { 'no word about it': [remove('/dags/0/administrativeAccessPoint')] },
};
