import { remove, set, type Sample } from '../sample.ts';

const busy = [...new Array<number>(9).fill(0.75 / 23), 0.25, ...new Array<number>(14).fill(0.75 / 23)];

export const sample: Sample = {
  passes: {
    'a busy hour that a day makes up for': [
      set('/links/0/bandwidthMbps', 4),
      set('/replication', { hourlyLogShare: busy, rpoHours: 24 }),
    ],
  },
  fails: {
    'an hour that must not wait': {
      edits: [set('/links/0/bandwidthMbps', 4), set('/replication', { hourlyLogShare: busy, rpoHours: 1 })],
      messageId: 'missed',
      subject: 'link:East/West',
      path: '/links/0/bandwidthMbps',
      message:
        'East to West needs 11.9 Mbit/s for a recovery point objective of 1 hour, most at 09:00 UTC, and 4 Mbit/s get through. It takes 12 Mbit/s.',
      fix: 'Plan 12 Mbit/s for East–West',
    },
    'a day that does not cross': {
      edits: [set('/links/0/bandwidthMbps', 1)],
      messageId: 'missed',
      subject: 'link:East/West',
      path: '/links/0/bandwidthMbps',
      message:
        'East to West needs 1.98 Mbit/s for a recovery point objective of 24 hours, all day long from 00:00 UTC on, and 1 Mbit/s get through. It takes 2 Mbit/s.',
      fix: 'Plan 2 Mbit/s for East–West',
    },
  },
  notStated: {
    'no bandwidth stated': [remove('/links/0/bandwidthMbps')],
    'no such link': [remove('/links/0')],
    'a database without mailboxes': [remove('/dags/0/databases/0/mailboxes')],
  },
};
