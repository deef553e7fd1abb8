import { onEveryServer, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { none: [] },
  fails: {
    'with addresses': {
      edits: [set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] })],
      messageId: 'present',
      subject: 'dag:DAG1',
      path: '/dags/0/administrativeAccessPoint',
      message: 'The DAG has an administrative access point; the Preferred Architecture asks for none.',
      fix: 'Remove the administrative access point of DAG1',
    },
    'with addresses that Windows Server 2012 needs': {
      edits: [
        set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] }),
        ...onEveryServer('operatingSystem', 'WS2012'),
      ],
      messageId: 'present',
      subject: 'dag:DAG1',
      path: '/dags/0/administrativeAccessPoint',
      message: 'The DAG has an administrative access point; the Preferred Architecture asks for none.',
    },
    'with addresses, on servers of which one states no release': {
      edits: [
        set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] }),
        remove('/dags/0/servers/7/operatingSystem'),
      ],
      messageId: 'present',
      subject: 'dag:DAG1',
      path: '/dags/0/administrativeAccessPoint',
      message: 'The DAG has an administrative access point; the Preferred Architecture asks for none.',
    },
  },
  notStated: { 'no word about it': [remove('/dags/0/administrativeAccessPoint')] },
};
