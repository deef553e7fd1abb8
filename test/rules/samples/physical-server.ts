import { insert, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'unused virtual hardware': [insert('/hardware/1', { name: 'VM', physical: false })] },
  fails: {
    'virtual servers': {
      edits: [set('/hardware/0/physical', false)],
      messageId: 'virtual',
      subject: 'hardware:Standard',
      path: '/hardware/0/physical',
      message: 'Virtual servers; the Preferred Architecture asks for physical servers. 8 servers use this hardware.',
    },
  },
  notStated: {
    'not stated whether physical': [remove('/hardware/0/physical')],
    'a server without hardware': [remove('/dags/0/servers/0/hardware')],
  },
};
