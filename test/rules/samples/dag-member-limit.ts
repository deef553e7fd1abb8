import { remove, set, type Sample } from '../sample.ts';

const members = (count: number): { name: string }[] => Array.from({ length: count }, (_, i) => ({ name: `M${i}` }));

export const sample: Sample = {
  passes: { '16 members': [set('/dags/0/servers', members(16))] },
  fails: {
    '17 members': {
      edits: [set('/dags/0/servers', members(17))],
      messageId: 'many',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: '17 members; a DAG has 16 at most.',
    },
  },
  notStated: { 'no list of members': [remove('/dags/0/servers')] },
};
