import { onEveryServer, remove, set, type Sample } from '../sample.ts';

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
    'one ahead, which cannot go back': {
      edits: [...onEveryServer('cumulativeUpdate', 22), set('/dags/0/servers/1/cumulativeUpdate', 23)],
      messageId: 'differs',
      subject: 'server:EX02',
      path: '/dags/0/servers/1/cumulativeUpdate',
      message: 'EX02 runs CU23, most members run CU22; all members of a DAG should run the same.',
    },
    'two halves': {
      edits: [4, 5, 6, 7].map((server) => set(`/dags/0/servers/${server}/cumulativeUpdate`, 22)),
      messageId: 'divided',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: 'Of the members 4 run CU23; 4 run CU22; all members of a DAG should run the same update.',
    },
  },
  notStated: {
    'no update anywhere': [remove('/dags/0/servers/1/cumulativeUpdate'), remove('/exchange/cumulativeUpdate')],
  },
};
