import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a virtual load balancer': [set('/pairs/0/loadBalancer/kind', 'virtual')] },
  fails: {
    'Windows NLB': {
      edits: [set('/pairs/0/loadBalancer/kind', 'windowsNlb')],
      messageId: 'windowsNlb',
      severity: 'error',
      subject: 'pair:Pair',
      path: '/pairs/0/loadBalancer/kind',
      message: 'Windows Network Load Balancing cannot be used on members of a DAG.',
    },
  },
  notStated: { 'no kind': [remove('/pairs/0/loadBalancer/kind')] },
};
