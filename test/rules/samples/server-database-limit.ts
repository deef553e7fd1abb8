import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'four copies on Standard Edition': [set('/exchange/edition', 'Standard')] },
  fails: {
    'six copies on Standard Edition': {
      edits: [
        set('/exchange/edition', 'Standard'),
        set('/dags/0/databases/4/copies/0/server', 'EX01'),
        set('/dags/0/databases/5/copies/0/server', 'EX01'),
      ],
      messageId: 'over',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0',
      message: '6 database copies on EX01; Standard Edition mounts at most 5, active and passive together.',
    },
  },
  notStated: { 'no edition': [remove('/exchange/edition')] },
};
