import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'both names bound': [] },
  fails: {
    'an unbound name': {
      edits: [set('/pairs/0/officeOnline/0/model', 'unbound')],
      messageId: 'unbound',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline/0/model',
      message: 'oos-east.contoso.com is unbound; an Office Online farm needs a name that is bound to its datacenter.',
      fix: 'Bind oos-east.contoso.com to its datacenter',
    },
  },
  notStated: { 'a farm without its model': [remove('/pairs/0/officeOnline/0/model')] },
};
