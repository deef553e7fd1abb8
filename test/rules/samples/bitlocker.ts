import { onEveryServer, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'a spare without BitLocker': [set('/dags/0/servers/0/volumes/1/bitLocker', false)],
    'an update that does not know it, and no word': [
      ...onEveryServer('cumulativeUpdate', 1),
      remove('/dags/0/autoDagBitlockerEnabled'),
    ],
  },
  fails: {
    'a data volume without': {
      edits: [set('/dags/0/servers/0/volumes/0/bitLocker', false)],
      messageId: 'volume',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0/bitLocker',
      message: 'Data1 is not encrypted; the Preferred Architecture asks for BitLocker on every data disk.',
      fix: 'Turn on BitLocker for Data1 on EX01',
    },
    'AutoReseed without, on a server that has it too early': {
      edits: [set('/dags/0/autoDagBitlockerEnabled', false), set('/dags/0/servers/5/cumulativeUpdate', 1)],
      messageId: 'early',
      subject: 'dag:DAG1',
      path: '/dags/0/autoDagBitlockerEnabled',
      message:
        'AutoReseed handles BitLocker from Exchange 2016 CU2 on, and there is a server with CU1; spare disks would come into use unencrypted.',
    },
    'AutoReseed without': {
      edits: [set('/dags/0/autoDagBitlockerEnabled', false)],
      messageId: 'autoReseed',
      subject: 'dag:DAG1',
      path: '/dags/0/autoDagBitlockerEnabled',
      message: 'AutoReseed does not handle BitLocker; spare disks would come into use unencrypted.',
      fix: 'Turn on BitLocker in AutoReseed for DAG1',
    },
  },
  notStated: {
    'a volume without a word': [remove('/dags/0/servers/0/volumes/0/bitLocker')],
    'AutoReseed without a word': [remove('/dags/0/autoDagBitlockerEnabled')],
  },
};
