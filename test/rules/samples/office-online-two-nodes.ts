import { insert, remove, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'three nodes': [insert('/pairs/0/officeOnline/0/nodes/2', { name: 'OOS5' })] },
  fails: {
    'one node': {
      edits: [remove('/pairs/0/officeOnline/1/nodes/1')],
      messageId: 'few',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline/1/nodes',
      message: 'oos-west.contoso.com has 1 node; the Preferred Architecture asks for 2 or more in each datacenter.',
    },
  },
  notStated: { 'a farm without nodes': [remove('/pairs/0/officeOnline/0/nodes')] },
};
