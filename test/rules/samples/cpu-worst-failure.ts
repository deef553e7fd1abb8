import { remove, set, type Sample } from '../sample.ts';

const inOneDatacenter = [4, 5, 6, 7].map((server) => set(`/dags/0/servers/${server}/datacenter`, 'East'));

export const sample: Sample = {
  passes: {
    'one server as the design failure': [set('/sizing', { designFailure: 'oneServer' })],
    'a server without its memory and disks': [remove('/hardware/0/memoryGB'), remove('/hardware/0/dataDisk')],
  },
  fails: {
    'more than the limit': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 7000 })],
      messageId: 'high',
      severity: 'warning',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/hardware',
      message: '90.8 % CPU when West and EX02 fail; the Preferred Architecture sizes servers for 80 % at most.',
    },
    'more than the design allows': {
      edits: [set('/sizing', { cpuLimitFraction: 0.02 })],
      messageId: 'high',
      severity: 'warning',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/hardware',
      message: '5 % CPU when West and EX02 fail; the design allows 2 % at most.',
    },
    'more than there is where a datacenter stands for the whole DAG': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 9000 }), ...inOneDatacenter],
      messageId: 'overloaded',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/hardware',
      message:
        '113.8 % CPU when EX02 and EX03 fail (the loss of two servers, the worst that leaves it up); the server cannot carry that.',
    },
    'more than there is': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 9000 })],
      messageId: 'overloaded',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/hardware',
      message: '115.7 % CPU when West and EX02 fail; the server cannot carry that.',
    },
  },
  notStated: {
    'no cores': [remove('/hardware/0/cores')],
    'no quota': [remove('/mailboxTiers/0/quotaMB')],
    'no list of databases': [remove('/dags/0/databases')],
    'a database without its copies': [remove('/dags/0/databases/0/copies')],
    'no version': [remove('/exchange/version')],
    'no word whether servers are physical': [remove('/hardware/0/physical')],
    'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')],
    'a copy without its lag': [remove('/dags/0/databases/0/copies/0/replayLagHours')],
    'a member without its datacenter': [remove('/dags/0/servers/7/datacenter')],
  },
};
