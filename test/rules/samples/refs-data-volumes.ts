import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'an NTFS spare': [set('/dags/0/servers/0/volumes/1/fileSystem', 'NTFS')] },
  fails: {
    'an NTFS data volume': {
      edits: [set('/dags/0/servers/3/volumes/0/fileSystem', 'NTFS')],
      messageId: 'volume',
      subject: 'volume:EX04/Data1',
      path: '/dags/0/servers/3/volumes/0/fileSystem',
      message: 'Data1 is formatted with NTFS; the Preferred Architecture asks for ReFS on all data volumes.',
      fix: 'Set file system of Data1 on EX04 to ReFS',
    },
    'an NTFS data volume that states nothing of the integrity feature': {
      edits: [
        set('/dags/0/servers/3/volumes/0/fileSystem', 'NTFS'),
        remove('/dags/0/servers/3/volumes/0/integrityStreams'),
      ],
      messageId: 'volume',
      subject: 'volume:EX04/Data1',
      path: '/dags/0/servers/3/volumes/0/fileSystem',
      message: 'Data1 is formatted with NTFS; the Preferred Architecture asks for ReFS on all data volumes.',
      fix: 'Set file system of Data1 on EX04 to ReFS',
    },
    'AutoReseed with NTFS on Exchange 2013': {
      edits: [set('/exchange/version', '2013'), set('/dags/0/fileSystem', 'NTFS')],
      messageId: 'autoReseed',
      subject: 'dag:DAG1',
      path: '/dags/0/fileSystem',
      message: 'AutoReseed formats with NTFS; the Preferred Architecture asks for ReFS.',
    },
    'AutoReseed with NTFS': {
      edits: [set('/dags/0/fileSystem', 'NTFS')],
      messageId: 'autoReseed',
      subject: 'dag:DAG1',
      path: '/dags/0/fileSystem',
      message: 'AutoReseed formats with NTFS; the Preferred Architecture asks for ReFS.',
      fix: 'Set file system of DAG1 to ReFS',
    },
  },
  notStated: {
    'a volume without its file system': [remove('/dags/0/servers/0/volumes/0/fileSystem')],
    'a server without volumes': [remove('/dags/0/servers/7/volumes')],
  },
};
