import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'one MAPI network': [],
    'a replication network beside it': [insert('/dags/0/networks/1', { name: 'Replication', kind: 'replication' })],
    '1 Gbps': [set('/dags/0/networks/0/gbps', 1)],
  },
  fails: {
    'an empty list': {
      edits: [set('/dags/0/networks', [])],
      messageId: 'none',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/networks',
      message: 'There is no MAPI network among 0 DAG networks; a DAG has one.',
    },
    'a replication network alone': {
      edits: [set('/dags/0/networks/0/kind', 'replication')],
      messageId: 'none',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/networks',
      message: 'There is no MAPI network among 1 DAG network; a DAG has one.',
    },
    'two of them': {
      edits: [insert('/dags/0/networks/1', { name: 'Mapi2', kind: 'mapi', gbps: 10, teamed: false })],
      messageId: 'several',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/networks',
      message: '2 DAG networks are MAPI networks; a DAG has one.',
    },
    '100 Mbps': {
      edits: [set('/dags/0/networks/0/gbps', 0.1)],
      messageId: 'slow',
      severity: 'info',
      subject: 'dag:DAG1',
      path: '/dags/0/networks/0/gbps',
      message: 'MapiNetwork runs at 0.1 Gbps; 1 Gbps or more is recommended.',
    },
  },
  notStated: {
    'no list of networks': [remove('/dags/0/networks')],
    'a network without its kind': [remove('/dags/0/networks/0/kind')],
    'a network without its speed': [remove('/dags/0/networks/0/gbps')],
  },
};
