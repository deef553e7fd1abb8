import { remove, set, type Sample } from '../sample.ts';

/** DB01 keeps its disks to itself. */
const alone = [remove('/dags/0/databases/3'), remove('/dags/0/databases/2'), remove('/dags/0/databases/1')];

export const sample: Sample = {
  passes: {
    'two and two, one of them lagged': [],
    'three highly available copies in one datacenter': [
      remove('/dags/0/databases/0/copies/3'),
      set('/dags/0/databases/0/copies/2/server', 'EX03'),
    ],
    'three copies on RAID': [set('/hardware/0/dataDisk/layout', 'RAID10'), remove('/dags/0/databases/0/copies/3')],
  },
  fails: {
    'one copy in the second datacenter': {
      edits: [remove('/dags/0/databases/0/copies/3')],
      messageId: 'shared',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 has 2 in East, 1 in West. JBOD needs two copies in every datacenter; the home datacenter may do with three copies in total. Use RAID or add copies.',
    },
    'two copies in one datacenter': {
      edits: [remove('/dags/0/databases/0/copies/3'), remove('/dags/0/databases/0/copies/2')],
      messageId: 'shared',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 has 2 in East. JBOD needs two copies in every datacenter; the home datacenter may do with three copies in total. Use RAID or add copies.',
    },
    'three copies in one datacenter, of which one is lagged': {
      edits: [
        remove('/dags/0/databases/0/copies/3'),
        set('/dags/0/databases/0/copies/2/server', 'EX03'),
        set('/dags/0/databases/0/copies/2/replayLagHours', 168),
      ],
      messageId: 'shared',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 has 3 in East. JBOD needs two copies in every datacenter; the home datacenter may do with three copies in total. Use RAID or add copies.',
    },
    'lagged copies without Replay Lag Manager': {
      edits: [set('/dags/0/replayLagManagerEnabled', false)],
      messageId: 'playDown',
      subject: 'dag:DAG1',
      path: '/dags/0/replayLagManagerEnabled',
      message:
        'Lagged copies share JBOD disks with others, and Replay Lag Manager is off; they need to play down automatically.',
      fix: 'Turn on Replay Lag Manager for DAG1',
    },
    'alone, with one highly available copy in the second datacenter': {
      edits: alone,
      messageId: 'alone',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 is alone on JBOD disks and has 2 in East, 1 in West; a datacenter needs two highly available copies of three or more.',
    },
    'alone, with one lagged copy': {
      edits: alone,
      messageId: 'laggedAlone',
      subject: 'copy:DB01/EX06',
      path: '/dags/0/databases/0/copies/3/volume',
      message: 'The lagged copy of DB01 is alone on a JBOD disk of EX06; one lagged copy in a datacenter needs RAID.',
    },
  },
  notStated: { 'no disk layout': [remove('/hardware/0/dataDisk/layout')] },
};
