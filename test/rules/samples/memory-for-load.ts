import { remove, set, type Sample } from '../sample.ts';

const inOneDatacenter = [4, 5, 6, 7].map((server) => set(`/dags/0/servers/${server}/datacenter`, 'East'));

export const sample: Sample = {
  passes: {
    '128 GB': [set('/hardware/0/memoryGB', 128)],
    'a server without its disks': [remove('/hardware/0/dataDisk')],
  },
  fails: {
    '8 GB': {
      edits: [set('/hardware/0/memoryGB', 8)],
      messageId: 'little',
      subject: 'server:EX01',
      path: '/hardware/0/memoryGB',
      message: '8 GB of memory; the design failure needs 23.6 GB.',
    },
    '8 GB where a datacenter stands for the whole DAG': {
      edits: [set('/hardware/0/memoryGB', 8), ...inOneDatacenter],
      messageId: 'little',
      subject: 'server:EX01',
      path: '/hardware/0/memoryGB',
      message: '8 GB of memory; the loss of two servers needs 19.6 GB.',
    },
    'less than Exchange 2019 asks for': {
      edits: [set('/exchange/version', '2019'), set('/hardware/0/memoryGB', 64)],
      messageId: 'belowMinimum',
      subject: 'server:EX01',
      path: '/hardware/0/memoryGB',
      message: '64 GB of memory; Exchange asks for 128 GB at least on a server with 4 copies.',
    },
  },
  notStated: {
    'no memory': [remove('/hardware/0/memoryGB')],
    'no version': [remove('/exchange/version')],
    'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')],
  },
};
