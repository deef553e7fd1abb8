import { remove, set, type Sample } from '../sample.ts';

const share = (busiest: number): number[] => [
  ...new Array<number>(9).fill((1 - busiest) / 23),
  busiest,
  ...new Array<number>(14).fill((1 - busiest) / 23),
];

export const sample: Sample = {
  passes: {
    'a link that carries it': [set('/links/0/bandwidthMbps', 10)],
    'a slow link to the witness': [set('/links/1/bandwidthMbps', 0)],
    'shares as people round them': [
      set('/replication', { hourlyLogShare: [...new Array<number>(23).fill(0.0417), 0.041] }),
    ],
  },
  fails: {
    'no bandwidth': {
      edits: [set('/links/0/bandwidthMbps', 0)],
      messageId: 'never',
      severity: 'error',
      subject: 'link:East/West',
      path: '/links/0/bandwidthMbps',
      message:
        'East to West needs 1.98 Mbit/s in the mean of a day, all day long from 00:00 UTC on, and 0 Mbit/s get through: the copies never catch up. It takes 2 Mbit/s.',
      fix: 'Plan 2 Mbit/s for East–West',
    },
    'an hour that is too busy': {
      edits: [set('/links/0/bandwidthMbps', 4), set('/replication', { hourlyLogShare: share(0.25) })],
      messageId: 'peak',
      subject: 'link:East/West',
      path: '/links/0/bandwidthMbps',
      message: 'East to West needs 11.9 Mbit/s from 09:00 UTC on, and 4 Mbit/s get through. It takes 12 Mbit/s.',
      fix: 'Plan 12 Mbit/s for East–West',
    },
    'windows that are too small': {
      edits: [set('/links/0/tcpWindowBytes', 100)],
      messageId: 'never',
      severity: 'error',
      subject: 'link:East/West',
      path: '/links/0/tcpWindowBytes',
      message:
        'East to West needs 1.98 Mbit/s in the mean of a day, all day long from 00:00 UTC on, and 0.64 Mbit/s get through: the copies never catch up. It takes TCP windows of 310 bytes.',
      fix: 'Plan TCP windows of 310 bytes for East–West',
    },
    'shares that are no day': {
      edits: [set('/replication', { hourlyLogShare: new Array<number>(24).fill(0.05) })],
      messageId: 'shares',
      subject: 'design',
      path: '/replication/hourlyLogShare',
      message: 'The hourly shares of the logs add up to 1.2; a day is 1.',
    },
  },
  notStated: {
    'no bandwidth stated': [remove('/links/0/bandwidthMbps')],
    'no such link': [remove('/links/0')],
    'no list of links': [remove('/links')],
    'a database without mailboxes': [remove('/dags/0/databases/0/mailboxes')],
    'a server without a datacenter': [remove('/dags/0/servers/0/datacenter')],
  },
};
