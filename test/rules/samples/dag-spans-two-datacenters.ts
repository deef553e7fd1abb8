import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'two datacenters': [] },
  fails: {
    'one datacenter': {
      edits: [4, 5, 6, 7].map((server) => set(`/dags/0/servers/${server}/datacenter`, 'East')),
      messageId: 'count',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: 'The members stand in 1 datacenter; the Preferred Architecture asks for the two of a pair.',
    },
    'three datacenters, of no pair': {
      edits: [remove('/dags/0/pair'), set('/dags/0/servers/7/datacenter', 'Third')],
      messageId: 'count',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: 'The members stand in 3 datacenters; the Preferred Architecture asks for the two of a pair.',
    },
    'a member outside the pair': {
      edits: [set('/dags/0/servers/7/datacenter', 'Third')],
      messageId: 'outside',
      subject: 'server:EX08',
      path: '/dags/0/servers/7/datacenter',
      message: 'EX08 stands in Third, which is not of the pair Pair.',
    },
  },
  notStated: { 'a member without its datacenter': [remove('/dags/0/servers/3/datacenter')] },
};
