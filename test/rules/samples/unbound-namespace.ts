import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'both namespaces unbound': [],
  },
  fails: {
    'a bound namespace': {
      edits: [set('/pairs/0/namespaces/1/model', 'bound'), set('/pairs/0/namespaces/1/datacenter', 'East')],
      messageId: 'bound',
      subject: 'pair:Pair',
      path: '/pairs/0/namespaces/1/model',
      message:
        'mail.contoso.com is bound to one datacenter; the Preferred Architecture asks for names that either datacenter serves.',
      fix: 'Make mail.contoso.com unbound',
    },
  },
  notStated: {
    'a namespace without its model': [remove('/pairs/0/namespaces/0/model')],
    'no list of namespaces': [remove('/pairs/0/namespaces')],
    'no list of pairs': [remove('/pairs')],
  },
};
