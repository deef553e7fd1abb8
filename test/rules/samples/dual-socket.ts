import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'two sockets': [set('/hardware/0/sockets', 2)] },
  fails: {
    'four sockets': {
      edits: [set('/hardware/0/sockets', 4)],
      messageId: 'sockets',
      subject: 'hardware:Standard',
      path: '/hardware/0/sockets',
      message: '4 sockets; the Preferred Architecture asks for 2. 8 servers use this hardware.',
      fix: 'Set sockets of Standard to 2',
    },
  },
  notStated: { 'no sockets': [remove('/hardware/0/sockets')] },
};
