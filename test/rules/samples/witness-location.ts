import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a third site': [] },
  fails: {
    'a datacenter of the pair': {
      edits: [set('/dags/0/witness/datacenter', 'East')],
      messageId: 'insidePair',
      subject: 'witness:DAG1',
      path: '/dags/0/witness/datacenter',
      message: 'The witness stands in East, a datacenter of the pair; if that is lost, the other is activated by hand.',
    },
    'two DAGs with their witnesses apart': {
      edits: [
        set('/dags/0/witness/datacenter', 'East'),
        insert('/dags/1', { name: 'DAG2', pair: 'Pair', witness: { datacenter: 'West' } }),
      ],
      messageId: 'apart',
      subject: 'witness:DAG2',
      path: '/dags/1/witness/datacenter',
      message:
        'The witness stands in West, that of DAG1 in East; inside a pair all DAGs should have it in the same datacenter.',
    },
  },
  notStated: {
    'a witness without its datacenter': [remove('/dags/0/witness/datacenter')],
    'no witness': [remove('/dags/0/witness')],
  },
};
