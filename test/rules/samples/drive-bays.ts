import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '24 bays': [set('/hardware/0/bays', 24)] },
  fails: {
    'eight bays': {
      edits: [set('/hardware/0/bays', 8)],
      messageId: 'few',
      subject: 'hardware:Standard',
      path: '/hardware/0/bays',
      message: '8 drive bays; the Preferred Architecture asks for 12 or more. 8 servers use this hardware.',
    },
  },
  notStated: { 'no bays': [remove('/hardware/0/bays')] },
};
