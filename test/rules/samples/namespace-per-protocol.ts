import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a third name for IMAP': [
      insert('/pairs/0/namespaces/2', {
        host: 'imap.contoso.com',
        protocols: ['imap'],
        model: 'unbound',
        timeToLiveSeconds: 300,
      }),
    ],
  },
  fails: {
    'one name for two protocols': {
      edits: [set('/pairs/0/namespaces/1/protocols', ['http', 'imap'])],
      messageId: 'shared',
      subject: 'pair:Pair',
      path: '/pairs/0/namespaces/1/protocols',
      message: 'mail.contoso.com serves http, imap; the Preferred Architecture asks for one name per protocol.',
    },
    'two names for one protocol': {
      edits: [insert('/pairs/0/namespaces/2', { host: 'ews.contoso.com', protocols: ['http'] })],
      messageId: 'several',
      subject: 'pair:Pair',
      path: '/pairs/0/namespaces/2/protocols',
      message: 'http has two names, mail.contoso.com and ews.contoso.com; the Preferred Architecture asks for one.',
    },
    'no Autodiscover name': {
      edits: [remove('/pairs/0/namespaces/0')],
      messageId: 'missing',
      subject: 'pair:Pair',
      path: '/pairs/0/namespaces',
      message: 'No namespace serves autodiscover.',
    },
  },
  notStated: { 'a namespace without protocols': [remove('/pairs/0/namespaces/0/protocols')] },
};
