import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'no affinity': [set('/pairs/0/loadBalancer/sessionAffinity', 'none')] },
  fails: {
    'affinity by cookie': {
      edits: [set('/pairs/0/loadBalancer/sessionAffinity', 'cookie')],
      messageId: 'affinity',
      subject: 'pair:Pair',
      path: '/pairs/0/loadBalancer/sessionAffinity',
      message: 'Session affinity is cookie; the Preferred Architecture asks for none.',
      fix: 'Set session affinity of Pair to none',
    },
  },
  notStated: { 'no affinity stated': [remove('/pairs/0/loadBalancer/sessionAffinity')] },
};
