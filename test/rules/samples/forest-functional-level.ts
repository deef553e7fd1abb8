import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'Windows Server 2008 before CU7': [
      set('/exchange/cumulativeUpdate', 6),
      set('/directory/forestFunctionalLevel', '2008'),
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
  notStated: { 'no level': [remove('/directory/forestFunctionalLevel')], 'no directory': [remove('/directory')] },
};
