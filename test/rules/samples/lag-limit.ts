import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '14 days': [set('/dags/0/databases/0/copies/3/replayLagHours', 336)] },
  fails: {
    '15 days of replay lag': {
      edits: [set('/dags/0/databases/0/copies/3/replayLagHours', 360)],
      messageId: 'long',
      severity: 'error',
      subject: 'copy:DB01/EX06',
      path: '/dags/0/databases/0/copies/3/replayLagHours',
      message: 'The replay lag of DB01 on EX06 is 360 hours; up to 336 are possible.',
      fix: 'Set replay lag of DB01 on EX06 to 336 hours',
    },
    '15 days of truncation lag': {
      edits: [set('/dags/0/databases/0/copies/3/truncationLagHours', 360)],
      messageId: 'long',
      severity: 'error',
      subject: 'copy:DB01/EX06',
      path: '/dags/0/databases/0/copies/3/truncationLagHours',
      message: 'The truncation lag of DB01 on EX06 is 360 hours; up to 336 are possible.',
      fix: 'Set truncation lag of DB01 on EX06 to 336 hours',
    },
  },
  notStated: {
    'a copy without its lag': [remove('/dags/0/databases/0/copies/3/replayLagHours')],
    'a copy without its truncation lag': [remove('/dags/0/databases/0/copies/3/truncationLagHours')],
  },
};
