import { remove, set, type Sample } from '../sample.ts';

const members = (count: number): { name: string }[] => Array.from({ length: count }, (_, i) => ({ name: `M${i}` }));

export const sample: Sample = {
  passes: { 'ten members': [set('/dags/0/servers', members(10))] },
  fails: {
    'nine members': {
      edits: [set('/dags/0/servers', members(9))],
      messageId: 'odd',
      subject: 'dag:DAG1',
      path: '/dags/0/servers',
      message: '9 members; the Preferred Architecture asks for an even number, with a witness for the tie.',
    },
  },
  notStated: { 'no list of members': [remove('/dags/0/servers')] },
};
