import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'as many bays as disks': [set('/hardware/0/bays', 4)] },
  fails: {
    'three bays for four disks': {
      edits: [set('/hardware/0/bays', 3)],
      messageId: 'overfull',
      severity: 'error',
      subject: 'hardware:Standard',
      path: '/hardware/0/bays',
      message: 'EX01 needs 4 disks (2 for the system, 2 for volumes), and there are 3 bays.',
    },
  },
  notStated: {
    'no system disks': [remove('/hardware/0/systemDisks')],
    'a server without volumes': [remove('/dags/0/servers/7/volumes'), remove('/dags/0/databases')],
  },
};
