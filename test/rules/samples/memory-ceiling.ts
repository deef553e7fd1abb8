import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    '192 GB': [set('/hardware/0/memoryGB', 192)],
    '196 GB, as the article prints the same maximum': [set('/hardware/0/memoryGB', 196)],
  },
  fails: {
    '256 GB': {
      edits: [set('/hardware/0/memoryGB', 256)],
      messageId: 'much',
      subject: 'hardware:Standard',
      path: '/hardware/0/memoryGB',
      message: '256 GB of memory; the Preferred Architecture asks for 192 GB at most. 8 servers use this hardware.',
      fix: 'Set memory of Standard to 192 GB',
    },
    '256 GB that the load needs': {
      edits: [set('/hardware/0/memoryGB', 256), set('/mailboxTiers/0/messagesPerDay', 60_000)],
      messageId: 'much',
      subject: 'hardware:Standard',
      path: '/hardware/0/memoryGB',
      message: '256 GB of memory; the Preferred Architecture asks for 192 GB at most. 8 servers use this hardware.',
    },
    '200 GB, by the article': {
      edits: [set('/hardware/0/memoryGB', 200)],
      ruleset: 'seed-2015-05',
      messageId: 'much',
      subject: 'hardware:Standard',
      path: '/hardware/0/memoryGB',
      message: '200 GB of memory; the Preferred Architecture asks for 196 GB at most. 8 servers use this hardware.',
      fix: 'Set memory of Standard to 196 GB',
    },
  },
  notStated: { 'no memory': [remove('/hardware/0/memoryGB')] },
};
