import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a node of another name': [set('/pairs/0/officeOnline/0/nodes/0/name', 'EX99')] },
  fails: {
    'a node that is an Exchange server': {
      edits: [set('/pairs/0/officeOnline/0/nodes/0/name', 'ex01.contoso.com')],
      messageId: 'colocated',
      severity: 'error',
      subject: 'server:EX01',
      path: '/pairs/0/officeOnline/0/nodes/0/name',
      message:
        'Office Online node ex01.contoso.com of oos-east.contoso.com is an Exchange server; the two may not share a server.',
    },
  },
  notStated: { 'a farm without nodes': [remove('/pairs/0/officeOnline/1/nodes')] },
};
