import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'layer 7': [set('/pairs/0/loadBalancer/layer', 7)] },
  fails: {
    'layer 4': {
      edits: [set('/pairs/0/loadBalancer/layer', 4)],
      messageId: 'layer',
      subject: 'pair:Pair',
      path: '/pairs/0/loadBalancer/layer',
      message: 'The load balancer works at layer 4; the Preferred Architecture asks for layer 7.',
      fix: 'Set load balancing layer of Pair to 7',
    },
  },
  notStated: {
    'no layer': [remove('/pairs/0/loadBalancer/layer')],
    'no load balancer': [remove('/pairs/0/loadBalancer')],
  },
};
