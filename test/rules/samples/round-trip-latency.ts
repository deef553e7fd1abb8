import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    '250 ms': [set('/links/0/roundTripMs', 250)],
    'a slow link to the witness': [set('/links/1/roundTripMs', 900)],
  },
  fails: {
    '501 ms': {
      edits: [set('/links/0/roundTripMs', 501)],
      messageId: 'unsupported',
      severity: 'error',
      subject: 'link:East/West',
      path: '/links/0/roundTripMs',
      message: 'The round trip is 501 ms; up to 500 ms is supported between members of a DAG.',
    },
    '300 ms': {
      edits: [set('/links/0/roundTripMs', 300)],
      messageId: 'high',
      severity: 'info',
      subject: 'link:East/West',
      path: '/links/0/roundTripMs',
      message: 'The round trip is 300 ms; above 250 ms, check clients, replication and directory traffic closely.',
    },
  },
  notStated: {
    'no latency': [remove('/links/0/roundTripMs')],
    'no such link': [remove('/links/0')],
    'no list of links': [remove('/links')],
  },
};
