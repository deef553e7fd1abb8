import { insert, remove, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'two spares': [insert('/dags/0/servers/0/volumes/2', { name: 'Spare2', role: 'spare' })] },
  fails: {
    'no spare': {
      edits: [remove('/dags/0/servers/0/volumes/1')],
      messageId: 'few',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/volumes',
      message: '0 spare disks; the Preferred Architecture asks for 1 or more on each server.',
    },
  },
  notStated: { 'a volume without its role': [remove('/dags/0/servers/0/volumes/1/role')] },
};
