import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'eight alike': [] },
  fails: {
    'one of another model': {
      edits: [insert('/hardware/1', { name: 'Other' }), set('/dags/0/servers/2/hardware', 'Other')],
      messageId: 'hardware',
      subject: 'server:EX03',
      path: '/dags/0/servers/2/hardware',
      message: 'EX03 is Other, most servers are Standard; the Preferred Architecture asks for identical servers.',
    },
    'one without its spare': {
      edits: [remove('/dags/0/servers/2/volumes/1')],
      messageId: 'volumes',
      subject: 'server:EX03',
      path: '/dags/0/servers/2/volumes',
      message:
        'EX03 has 1 data volume, most members of its DAG have 1 data volume, 1 spare volume; the Preferred Architecture asks for identical servers.',
    },
  },
  notStated: { 'a server without hardware': [remove('/dags/0/servers/2/hardware')] },
};
