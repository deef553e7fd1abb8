import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'ten days': [set('/transport/safetyNetHoldDays', 10)] },
  fails: {
    "Exchange's own default": {
      edits: [set('/transport/safetyNetHoldDays', 2)],
      messageId: 'short',
      subject: 'design',
      path: '/transport/safetyNetHoldDays',
      message: 'Safety Net keeps messages for 2 days, while copies lag by up to 7 days; it should cover the lag.',
      fix: 'Set Safety Net hold time to 7 days',
    },
  },
  notStated: {
    'no hold time': [remove('/transport/safetyNetHoldDays')],
    'nothing about transport': [remove('/transport')],
  },
};
