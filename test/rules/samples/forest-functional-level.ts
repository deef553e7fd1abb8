import { onEveryServer, remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'Windows Server 2008 before CU7': [
      ...onEveryServer('cumulativeUpdate', 6),
      set('/directory/forestFunctionalLevel', '2008'),
    ],
    'a level that every update takes, without an update': [
      ...onEveryServer('cumulativeUpdate', undefined),
      remove('/exchange/cumulativeUpdate'),
    ],
  },
  fails: {
    'Windows Server 2008 from CU7': {
      edits: [set('/directory/forestFunctionalLevel', '2008')],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/forestFunctionalLevel',
      message:
        'The forest functional level is Windows Server 2008; Exchange 2016 CU23 needs Windows Server 2008 R2 or higher.',
    },
    'servers beyond the update of the design': {
      edits: [set('/exchange/cumulativeUpdate', 5), set('/directory/forestFunctionalLevel', '2008')],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/forestFunctionalLevel',
      message:
        'The forest functional level is Windows Server 2008; Exchange 2016 CU23 needs Windows Server 2008 R2 or higher.',
    },
    'Windows Server 2003, without an update': {
      edits: [
        ...onEveryServer('cumulativeUpdate', undefined),
        remove('/exchange/cumulativeUpdate'),
        set('/directory/forestFunctionalLevel', '2003'),
      ],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/forestFunctionalLevel',
      message: 'The forest functional level is Windows Server 2003; Exchange 2016 needs Windows Server 2008 or higher.',
    },
    'a version that the ruleset does not know': {
      edits: [set('/exchange/version', '2013')],
      messageId: 'unknown',
      severity: 'info',
      subject: 'design',
      path: '/exchange/version',
      message: 'This ruleset does not say which functional levels Exchange 2013 needs.',
    },
    'an old domain': {
      edits: [set('/directory/domainFunctionalLevel', '2003')],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/domainFunctionalLevel',
      message:
        'The domain functional level is Windows Server 2003; Exchange 2016 CU23 needs Windows Server 2008 R2 or higher.',
    },
    'Exchange 2019 in a forest of 2012': {
      edits: [set('/exchange/version', '2019'), set('/directory/forestFunctionalLevel', '2012')],
      ruleset: 'pa-2019',
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/directory/forestFunctionalLevel',
      message:
        'The forest functional level is Windows Server 2012; Exchange 2019 CU23 needs Windows Server 2012 R2 or higher.',
    },
  },
  notStated: {
    'no level': [remove('/directory/forestFunctionalLevel')],
    'no directory': [remove('/directory')],
    'Windows Server 2008 without an update': [
      ...onEveryServer('cumulativeUpdate', undefined),
      remove('/exchange/cumulativeUpdate'),
      set('/directory/forestFunctionalLevel', '2008'),
    ],
  },
};
