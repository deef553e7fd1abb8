import { onEveryServer, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'Windows Server 2012 R2': [set('/dags/0/servers/0/operatingSystem', 'WS2012R2')],
    'Windows Server 2012 R2 without an update': [
      ...onEveryServer('operatingSystem', 'WS2012R2'),
      ...onEveryServer('cumulativeUpdate', undefined),
      remove('/exchange/cumulativeUpdate'),
    ],
  },
  fails: {
    'Windows Server 2019': {
      edits: [set('/dags/0/servers/0/operatingSystem', 'WS2019')],
      messageId: 'never',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/operatingSystem',
      message: 'EX01 runs Windows Server 2019, on which Exchange 2016 is not supported.',
    },
    'Windows Server 2019 without an update': {
      edits: [
        ...onEveryServer('cumulativeUpdate', undefined),
        remove('/exchange/cumulativeUpdate'),
        set('/dags/0/servers/0/operatingSystem', 'WS2019'),
      ],
      messageId: 'never',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/operatingSystem',
      message: 'EX01 runs Windows Server 2019, on which Exchange 2016 is not supported.',
    },
    'Windows Server 2016 too early': {
      edits: [set('/dags/0/servers/0/cumulativeUpdate', 2)],
      messageId: 'later',
      severity: 'error',
      subject: 'server:EX01',
      path: '/dags/0/servers/0/operatingSystem',
      message: 'EX01 runs Windows Server 2016, on which Exchange 2016 is supported from CU3; it has CU2.',
    },
    'a version that the ruleset does not know': {
      edits: [set('/exchange/version', '2013')],
      messageId: 'unknown',
      severity: 'info',
      subject: 'design',
      path: '/exchange/version',
      message: 'This ruleset does not say on which releases Exchange 2013 is supported.',
    },
  },
  notStated: {
    'Windows Server 2016 without an update': [
      set('/dags/0/servers/0/cumulativeUpdate', undefined),
      remove('/exchange/cumulativeUpdate'),
    ],
    'no version': [remove('/exchange/version')],
    'a server without its release': [remove('/dags/0/servers/0/operatingSystem')],
  },
};
