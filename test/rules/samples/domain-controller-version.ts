import { onEveryServer, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'Windows Server 2019 from CU12': [set('/directory/oldestDomainControllerOS', '2019')] },
  fails: {
    'Windows Server 2008 from CU7': {
      edits: [set('/directory/oldestDomainControllerOS', '2008')],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/oldestDomainControllerOS',
      message:
        'The oldest domain controller runs Windows Server 2008; Exchange 2016 CU23 needs Windows Server 2008 R2 or later.',
    },
    'Windows Server 2019 before CU12': {
      edits: [set('/directory/oldestDomainControllerOS', '2019'), set('/dags/0/servers/3/cumulativeUpdate', 11)],
      messageId: 'new',
      severity: 'error',
      subject: 'design',
      path: '/directory/oldestDomainControllerOS',
      message:
        'All domain controllers run Windows Server 2019 or later; Exchange 2016 CU11 supports Windows Server 2016 at most.',
    },
    'Windows Server 2003, without an update': {
      edits: [
        ...onEveryServer('cumulativeUpdate', undefined),
        remove('/exchange/cumulativeUpdate'),
        set('/directory/oldestDomainControllerOS', '2003'),
      ],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/oldestDomainControllerOS',
      message:
        'The oldest domain controller runs Windows Server 2003; Exchange 2016 needs Windows Server 2008 or later.',
    },
    'a version that the ruleset does not know': {
      edits: [set('/exchange/version', '2013')],
      messageId: 'unknown',
      severity: 'info',
      subject: 'design',
      path: '/exchange/version',
      message: 'This ruleset does not say which domain controllers Exchange 2013 supports.',
    },
  },
  notStated: {
    'no release': [remove('/directory/oldestDomainControllerOS')],
    'Windows Server 2019 without an update': [
      ...onEveryServer('cumulativeUpdate', undefined),
      remove('/exchange/cumulativeUpdate'),
      set('/directory/oldestDomainControllerOS', '2019'),
    ],
  },
};
