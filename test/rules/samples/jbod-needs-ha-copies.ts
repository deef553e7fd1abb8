import { remove, set, type Sample } from '../sample.ts';

/** DB01 keeps its disks to itself. */
const alone = [remove('/dags/0/databases/3'), remove('/dags/0/databases/2'), remove('/dags/0/databases/1')];

export const sample: Sample = {
  passes: {
    'three copies on RAID': [set('/hardware/0/dataDisk/layout', 'RAID10'), remove('/dags/0/databases/0/copies/3')],
  },
  fails: {
    'one copy in the second datacenter': {
      edits: [remove('/dags/0/databases/0/copies/3')],
      messageId: 'shared',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/copies',
      message:
        'DB01 shares JBOD disks and has 2 in East, 1 in West; a datacenter needs two copies, or three in total where it is the first.',
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
