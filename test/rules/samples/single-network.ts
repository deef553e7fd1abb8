import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one adapter': [] },
  fails: {
    'a replication network': {
      edits: [insert('/dags/0/networks/1', { name: 'ReplicationNetwork', kind: 'replication', teamed: false })],
      messageId: 'several',
      subject: 'dag:DAG1',
      path: '/dags/0/networks',
      message: '2 DAG networks; the Preferred Architecture asks for one, for clients and replication alike.',
    },
    'a team': {
      edits: [set('/dags/0/networks/0/teamed', true)],
      messageId: 'teamed',
      subject: 'dag:DAG1',
      path: '/dags/0/networks/0/teamed',
      message: 'MapiNetwork is teamed; the Preferred Architecture asks for one adapter that is not.',
      fix: 'Take MapiNetwork of DAG1 out of its team',
    },
  },
  notStated: {
    'no list of networks': [remove('/dags/0/networks')],
    'no word about teams': [remove('/dags/0/networks/0/teamed')],
  },
};
