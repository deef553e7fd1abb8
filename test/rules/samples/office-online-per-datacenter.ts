import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a second farm in East': [insert('/pairs/0/officeOnline/2', { host: 'oos-east2.contoso.com', datacenter: 'East' })],
  },
  fails: {
    'no farm in West': {
      edits: [remove('/pairs/0/officeOnline/1')],
      messageId: 'missing',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline',
      message: 'West has no Office Online farm; the Preferred Architecture asks for one in each datacenter.',
    },
    'one name for both farms': {
      edits: [set('/pairs/0/officeOnline/1/host', 'OOS-east.contoso.com')],
      messageId: 'shared',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline/1/host',
      message:
        'OOS-east.contoso.com names farms in East and in West; the Preferred Architecture asks for a name per datacenter.',
    },
  },
  notStated: {
    'a farm without its datacenter': [remove('/pairs/0/officeOnline/1/datacenter')],
    'no list of farms': [remove('/pairs/0/officeOnline')],
  },
};
