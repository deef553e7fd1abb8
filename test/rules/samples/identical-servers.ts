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
    'a larger disk in one': {
      edits: [
        set('/dags/0/servers/2/volumes/0/capacityGB', 10_000),
        set('/dags/0/servers/2/volumes/0/rpm', 7200),
        set('/dags/0/servers/2/volumes/0/interface', 'SAS'),
      ],
      messageId: 'volumes',
      subject: 'server:EX03',
      path: '/dags/0/servers/2/volumes',
      message:
        'EX03 has 1 data volume of 10,000 GB 7,200 RPM SAS, 1 spare volume, most members of its DAG have 1 data volume, 1 spare volume; the Preferred Architecture asks for identical servers.',
    },
    'two halves of another model': {
      edits: [
        insert('/hardware/1', { name: 'Other' }),
        ...[0, 1, 2, 3].map((server) => set(`/dags/0/servers/${server}/hardware`, 'Other')),
      ],
      messageId: 'hardwareDivided',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: 'Of the servers 4 are Other; 4 are Standard; the Preferred Architecture asks for identical servers.',
    },
    'two halves without spares': {
      edits: [4, 5, 6, 7].map((server) => remove(`/dags/0/servers/${server}/volumes/1`)),
      messageId: 'volumesDivided',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message:
        'Of the members 4 have 1 data volume, 1 spare volume; 4 have 1 data volume; the Preferred Architecture asks for identical servers.',
    },
  },
  notStated: { 'a server without hardware': [remove('/dags/0/servers/2/hardware')] },
};
