import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '128 GB': [set('/hardware/0/memoryGB', 128)] },
  fails: {
    '8 GB': {
      edits: [set('/hardware/0/memoryGB', 8)],
      messageId: 'little',
      subject: 'server:EX01',
      path: '/hardware/0/memoryGB',
      message: '8 GB of memory; the design failure needs 23.6 GB.',
    },
  },
  notStated: { 'no memory': [remove('/hardware/0/memoryGB')] },
};
