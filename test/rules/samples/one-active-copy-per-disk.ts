import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'one active copy on each disk': [] },
  fails: {
    'two preferred copies on one disk': {
      edits: [
        set('/dags/0/databases/1/copies/0/activationPreference', 2),
        set('/dags/0/databases/1/copies/1/activationPreference', 1),
      ],
      messageId: 'several',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 carries the preferred copies of DB01, DB02; the Preferred Architecture asks for one at most.',
    },
  },
  notStated: { 'a copy without its preference': [remove('/dags/0/databases/0/copies/2/activationPreference')] },
};
