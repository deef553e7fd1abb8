import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'two and two': [] },
  fails: {
    'three in East': {
      edits: [set('/dags/0/databases/0/copies/2/server', 'EX03')],
      messageId: 'uneven',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message: 'DB01 has 3 in East, 1 in West; the Preferred Architecture asks for 2 in each datacenter.',
    },
  },
  notStated: {
    'a server without its datacenter': [remove('/dags/0/servers/0/datacenter')],
    'a DAG without its pair': [remove('/dags/0/pair')],
  },
};
