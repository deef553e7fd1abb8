import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'an NTFS volume': [
      set('/dags/0/servers/0/volumes/0/fileSystem', 'NTFS'),
      remove('/dags/0/servers/0/volumes/0/integrityStreams'),
    ],
  },
  fails: {
    'integrity streams on': {
      edits: [set('/dags/0/servers/0/volumes/0/integrityStreams', true)],
      messageId: 'on',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0/integrityStreams',
      message: 'The integrity feature is on for Data1; the Preferred Architecture asks for ReFS with it off.',
      fix: 'Turn off the ReFS integrity feature for Data1 on EX01',
    },
  },
  notStated: { 'no word about integrity': [remove('/dags/0/servers/0/volumes/0/integrityStreams')] },
};
