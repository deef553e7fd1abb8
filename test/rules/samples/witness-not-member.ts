import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a server of its own': [],
    'a host of another domain': [set('/dags/0/witness/server', 'fs1.dmz.contoso.com')],
  },
  fails: {
    'a member': {
      edits: [set('/dags/0/witness/server', 'ex03.contoso.com')],
      messageId: 'member',
      severity: 'error',
      subject: 'witness:DAG1',
      path: '/dags/0/witness/server',
      message: 'ex03.contoso.com is a member of DAG1 and cannot be its witness.',
    },
    'a member as the alternate witness': {
      edits: [set('/dags/0/alternateWitness', { server: 'EX03' })],
      messageId: 'member',
      severity: 'error',
      subject: 'witness:DAG1',
      path: '/dags/0/alternateWitness/server',
      message: 'EX03 is a member of DAG1 and cannot be its witness.',
    },
  },
  notStated: { 'no witness server': [remove('/dags/0/witness/server')] },
};
