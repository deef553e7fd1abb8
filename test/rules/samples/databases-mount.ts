import type { Edit } from '../../../planner/design/edit.ts';
import { base } from '../base.ts';
import { insert, onEveryServer, remove, set, type Sample } from '../sample.ts';

const suspend = (database: number, copies: readonly number[]): Edit[] =>
  copies.map((copy) => set(`/dags/0/databases/${database}/copies/${copy}/activationSuspended`, true));

export const sample: Sample = {
  passes: {
    'a lagged copy that is held back': suspend(0, [3]),
    'as many active databases as the design failure needs': onEveryServer('maximumActiveDatabases', 8),
    'a database that has no copies yet': [insert('/dags/0/databases/8', { name: 'DB09', copies: [] })],
    'servers of one datacenter, all lost with it': onEveryServer('datacenter', 'East'),
  },
  fails: {
    'a database with all copies suspended': {
      edits: suspend(0, [0, 1, 2, 3]),
      messageId: 'normal',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        'DB01 cannot mount in the normal state: limits of active databases and suspended copies leave no copy that may.',
    },
    'servers that mount nothing': {
      edits: onEveryServer('maximumActiveDatabases', 0),
      messageId: 'normal',
      severity: 'error',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        'DB01 and 7 other databases cannot mount in the normal state: limits of active databases and suspended copies leave no copy that may.',
    },
    'servers that are full': {
      edits: onEveryServer('maximumActiveDatabases', 1),
      messageId: 'failure',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        'When East and EX05 fail, DB02 and 3 other databases cannot mount, although highly available copies are left: limits of active databases, activation policies or suspended copies keep them down.',
    },
    'servers that may not activate by themselves': {
      edits: onEveryServer('databaseCopyAutoActivationPolicy', 'Blocked'),
      messageId: 'failure',
      subject: 'dag:DAG1',
      path: '/dags/0/databases',
      message:
        'When East and EX05 fail, DB02 and 3 other databases cannot mount, although highly available copies are left: limits of active databases, activation policies or suspended copies keep them down.',
    },
  },
  notStated: {
    'a copy without its preference': [remove('/dags/0/databases/1/copies/0/activationPreference')],
    'a server without its datacenter': [remove('/dags/0/servers/0/datacenter')],
    'no copies': (base.dags?.[0]?.databases ?? []).map((_, i) => remove(`/dags/0/databases/${i}/copies`)),
  },
};
