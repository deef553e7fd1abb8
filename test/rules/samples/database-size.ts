import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '400 mailboxes': [set('/dags/0/databases/0/mailboxes', { Staff: 400 })] },
  fails: {
    'more than 2 TB': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 600 })],
      messageId: 'large',
      severity: 'warning',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/mailboxes',
      message: 'DB01 grows to 2,565 GB; best practice is 2,048 GB at most.',
    },
    'more than 16 TB': {
      edits: [set('/dags/0/databases/0/mailboxes', { Staff: 6000 })],
      messageId: 'unsupported',
      severity: 'error',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/mailboxes',
      message: 'DB01 grows to 25,652 GB; up to 16,384 GB is supported.',
    },
    'more than 200 GB with one highly available copy': {
      edits: [remove('/dags/0/databases/0/copies/2'), remove('/dags/0/databases/0/copies/1')],
      messageId: 'large',
      severity: 'warning',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/mailboxes',
      message: 'DB01 grows to 428 GB; best practice is 200 GB at most.',
    },
  },
  notStated: {
    'no mailboxes': [remove('/dags/0/databases/0/mailboxes')],
    'no quota': [remove('/mailboxTiers/0/quotaMB')],
  },
};
