import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a battery-backed write cache': [] },
  fails: {
    'no battery': {
      edits: [set('/hardware/0/batteryBackedWriteCache', false)],
      messageId: 'without',
      subject: 'hardware:Standard',
      path: '/hardware/0/batteryBackedWriteCache',
      message:
        'The disk controller has no battery-backed write cache; the Preferred Architecture asks for one. 8 servers use this hardware.',
      fix: 'Turn on the battery-backed write cache for Standard',
    },
  },
  notStated: { 'no word about the cache': [remove('/hardware/0/batteryBackedWriteCache')] },
};
