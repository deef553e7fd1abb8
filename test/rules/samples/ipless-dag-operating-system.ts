import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'Windows Server 2012 with an access point': [
      set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] }),
      set('/dags/0/servers/0/operatingSystem', 'WS2012'),
    ],
  },
  fails: {
    'Windows Server 2012 without one': {
      edits: [set('/dags/0/servers/0/operatingSystem', 'WS2012')],
      messageId: 'old',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/operatingSystem',
      message:
        'EX01 runs Windows Server 2012; a DAG without administrative access point needs Windows Server 2012 R2, Windows Server 2016 or Windows Server 2019.',
    },
  },
  notStated: {
    'no word about the access point': [remove('/dags/0/administrativeAccessPoint')],
    'a server without its release': [remove('/dags/0/servers/0/operatingSystem')],
  },
};
