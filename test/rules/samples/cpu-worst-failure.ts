import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one server as the design failure': [set('/sizing', { designFailure: 'oneServer' })] },
  fails: {
    'more than the limit': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 7000 })],
      messageId: 'high',
      severity: 'warning',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/hardware',
      message: '90.8 % CPU when West and EX02 fail; the Preferred Architecture sizes servers for 80 % at most.',
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
  },
};
