import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one of each preference': [] },
  fails: {
    'two third preferences on one disk': {
      edits: [
        set('/dags/0/databases/1/copies/1/activationPreference', 3),
        set('/dags/0/databases/1/copies/2/activationPreference', 2),
      ],
      messageId: 'repeated',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 carries 2 copies of preference 3; each should stand there once.',
    },
  },
  notStated: {
    'a copy without its preference': [remove('/dags/0/databases/0/copies/2/activationPreference')],
    'a copy without its volume': [remove('/dags/0/databases/0/copies/2/volume')],
  },
};
