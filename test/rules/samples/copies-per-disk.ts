import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'four copies on each disk': [] },
  fails: {
    'five copies on a disk': {
      edits: [set('/dags/0/databases/4/copies/0/server', 'EX01')],
      messageId: 'many',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0',
      message: 'Data1 carries 5 copies; the Preferred Architecture asks for 4 at most.',
    },
    'three copies on a disk': {
      edits: [set('/dags/0/databases/4/copies/0/server', 'EX01')],
      messageId: 'differs',
      severity: 'info',
      subject: 'volume:EX03/Data1',
      path: '/dags/0/servers/2/volumes/0',
      message: 'Data1 carries 3 copies, while its databases have 4 copies; the two should be equal.',
    },
    'AutoReseed told otherwise': {
      edits: [set('/dags/0/autoDagDatabaseCopiesPerVolume', 1)],
      messageId: 'autoReseed',
      subject: 'dag:DAG1',
      path: '/dags/0/autoDagDatabaseCopiesPerVolume',
      message: 'AutoReseed is told of 1 copy per volume, while volumes carry up to 4.',
      fix: 'Set database copies per volume of DAG1 to 4',
    },
  },
  notStated: {
    'a copy without its volume': [remove('/dags/0/databases/0/copies/0/volume')],
    'AutoReseed without a word': [remove('/dags/0/autoDagDatabaseCopiesPerVolume')],
  },
};
