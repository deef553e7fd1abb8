import { remove, set, type Sample } from '../sample.ts';

/** Makes the first copy of a database, which is in East, stand where its third is, and the other way round. */
const homeInWest = (database: number, west: string, east: string) => [
  set(`/dags/0/databases/${database}/copies/0/server`, west),
  set(`/dags/0/databases/${database}/copies/2/server`, east),
];

export const sample: Sample = {
  passes: {
    'two copies from each of two neighbours': [
      set('/dags/0/databases/0/copies/0/server', 'EX02'),
      set('/dags/0/databases/0/copies/1/server', 'EX01'),
    ],
    'a database with one copy, which nothing can seed': [
      set('/dags/0/databases/0/copies', [{ server: 'EX01', volume: 'Data1', activationPreference: 1 }]),
    ],
  },
  fails: {
    'three databases of a disk active on one server': {
      edits: [
        ...homeInWest(0, 'EX05', 'EX01'),
        ...homeInWest(1, 'EX05', 'EX02'),
        set('/dags/0/databases/1/copies/3/server', 'EX06'),
      ],
      messageId: 'fewSources',
      severity: 'info',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        '3 of 8 disks would be seeded again with more than 2 copies from one server; for Data1 on EX06, EX05 would send 4.',
    },
  },
  notStated: {
    'a copy without its volume': [remove('/dags/0/databases/0/copies/0/volume')],
    'a copy without its preference': [remove('/dags/0/databases/0/copies/0/activationPreference')],
  },
};
