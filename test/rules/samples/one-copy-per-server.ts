import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'four servers': [] },
  fails: {
    'two copies on EX01': {
      edits: [set('/dags/0/databases/0/copies/1/server', 'EX01')],
      messageId: 'second',
      severity: 'error',
      subject: 'copy:DB01/EX01',
      path: '/dags/0/databases/0/copies/1/server',
      message: 'EX01 already has a copy of DB01; a member hosts one.',
    },
  },
  notStated: { 'a database without its copies': [remove('/dags/0/databases/0/copies')] },
};
