import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'four and four': [] },
  fails: {
    'five and three': {
      edits: [set('/dags/0/servers/7/datacenter', 'East')],
      messageId: 'uneven',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message:
        '5 members in East, 3 members in West; the Preferred Architecture asks for the same number in both datacenters.',
    },
  },
  notStated: {
    'a member without its datacenter': [remove('/dags/0/servers/7/datacenter')],
    'a DAG without its pair': [remove('/dags/0/pair')],
  },
};
