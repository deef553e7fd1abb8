import { remove, set, type Sample } from '../sample.ts';

const members = (count: number): { name: string }[] => Array.from({ length: count }, (_, i) => ({ name: `M${i}` }));

export const sample: Sample = {
  passes: { 'sixteen members': [set('/dags/0/servers', members(16))] },
  fails: {
    'four members': {
      edits: [set('/dags/0/servers', members(4))],
      messageId: 'small',
      severity: 'info',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: '4 members; the Preferred Architecture prefers larger DAGs, which typically start with 8.',
    },
  },
  notStated: { 'no list of members': [remove('/dags/0/servers')] },
};
