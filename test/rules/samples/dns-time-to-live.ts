import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one minute': [set('/pairs/0/namespaces/0/timeToLiveSeconds', 60)] },
  fails: {
    'a day': {
      edits: [set('/pairs/0/namespaces/1/timeToLiveSeconds', 86400)],
      messageId: 'long',
      subject: 'pair:Pair',
      path: '/pairs/0/namespaces/1/timeToLiveSeconds',
      message:
        'mail.contoso.com has a time to live of 86,400 s; site resilience asks for at most 300 s, so that clients follow a change soon.',
      fix: 'Set time to live of mail.contoso.com to 300 s',
    },
  },
  notStated: { 'no time to live': [remove('/pairs/0/namespaces/0/timeToLiveSeconds')] },
};
