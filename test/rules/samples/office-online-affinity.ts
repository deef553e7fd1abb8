import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'affinity by cookie': [set('/pairs/0/officeOnline/0/sessionAffinity', 'cookie')] },
  fails: {
    'no affinity': {
      edits: [set('/pairs/0/officeOnline/0/sessionAffinity', 'none')],
      messageId: 'affinity',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline/0/sessionAffinity',
      message: 'Session affinity for oos-east.contoso.com is none; Office Online needs session affinity (cookie).',
      fix: 'Set session affinity of oos-east.contoso.com to cookie',
    },
    'no affinity, by the article': {
      edits: [set('/pairs/0/officeOnline/0/sessionAffinity', 'none')],
      ruleset: 'seed-2015-05',
      messageId: 'affinity',
      subject: 'pair:Pair',
      path: '/pairs/0/officeOnline/0/sessionAffinity',
      message:
        'Session affinity for oos-east.contoso.com is none; Office Online needs session affinity (cookie or sourceIp).',
      fix: 'Set session affinity of oos-east.contoso.com to cookie',
    },
  },
  notStated: { 'a farm without affinity': [remove('/pairs/0/officeOnline/0/sessionAffinity')] },
};
