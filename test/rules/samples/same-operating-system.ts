import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'all of one release': [] },
  fails: {
    'one of another release': {
      edits: [set('/dags/0/servers/1/operatingSystem', 'WS2012R2')],
      messageId: 'differs',
      severity: 'error',
      subject: 'server:EX02',
      path: '/dags/0/servers/1/operatingSystem',
      message:
        'EX02 runs Windows Server 2012 R2, most members run Windows Server 2016; all members of a DAG must run the same.',
    },
    'two halves': {
      edits: [0, 1, 2, 3].map((server) => set(`/dags/0/servers/${server}/operatingSystem`, 'WS2012R2')),
      messageId: 'divided',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message:
        'Of the members 4 run Windows Server 2012 R2; 4 run Windows Server 2016; all members of a DAG must run the same release.',
    },
  },
  notStated: { 'a server without its release': [remove('/dags/0/servers/1/operatingSystem')] },
};
