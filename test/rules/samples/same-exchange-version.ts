import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { "a server that has the design's update": [remove('/dags/0/servers/1/cumulativeUpdate')] },
  fails: {
    'one behind': {
      edits: [set('/dags/0/servers/1/cumulativeUpdate', 22)],
      messageId: 'differs',
      subject: 'server:EX02',
      path: '/dags/0/servers/1/cumulativeUpdate',
      message: 'EX02 runs CU22, most members run CU23; all members of a DAG should run the same.',
      fix: 'Set cumulative update of EX02 to CU23',
    },
    "one that has the design's update, which is older": {
      edits: [remove('/dags/0/servers/1/cumulativeUpdate'), set('/exchange/cumulativeUpdate', 22)],
      messageId: 'differs',
      subject: 'server:EX02',
      path: '/dags/0/servers/1',
      message: 'EX02 runs CU22, most members run CU23; all members of a DAG should run the same.',
      fix: 'Set cumulative update of EX02 to CU23',
    },
  },
  notStated: {
    'no update anywhere': [remove('/dags/0/servers/1/cumulativeUpdate'), remove('/exchange/cumulativeUpdate')],
  },
};
