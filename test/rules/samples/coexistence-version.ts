import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'Exchange 2013 CU10': [set('/coexistence', [{ version: '2013', cumulativeUpdate: 10 }])],
    'Exchange 2010 SP3 RU12': [set('/coexistence', [{ version: '2010', servicePack: 3, updateRollup: 12 }])],
  },
  fails: {
    'Exchange 2007': {
      edits: [set('/coexistence', [{ version: '2007' }])],
      messageId: 'never',
      severity: 'error',
      subject: 'design',
      path: '/coexistence/0/version',
      message: 'Exchange 2007 cannot be in the organization beside Exchange 2016.',
    },
    'Exchange 2010 SP2': {
      edits: [set('/coexistence', [{ version: '2010', servicePack: 2, updateRollup: 30 }])],
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/coexistence/0/servicePack',
      message: 'Exchange 2010 is at SP2 RU30; SP3 RU11 or later is supported.',
    },
    'Exchange 2013 CU10, by the article': {
      edits: [set('/coexistence', [{ version: '2013', cumulativeUpdate: 10 }])],
      ruleset: 'seed-2015-05',
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/coexistence/0/cumulativeUpdate',
      message: 'Exchange 2013 is at CU10; CU11 or later is supported.',
    },
    'Exchange 2016 CU10 beside Exchange 2019': {
      edits: [set('/exchange/version', '2019'), set('/coexistence', [{ version: '2016', cumulativeUpdate: 10 }])],
      ruleset: 'pa-2019',
      messageId: 'old',
      severity: 'error',
      subject: 'design',
      path: '/coexistence/0/cumulativeUpdate',
      message: 'Exchange 2016 is at CU10; CU11 or later is supported.',
    },
    'Exchange 2019 beside an early update': {
      edits: [set('/coexistence', [{ version: '2019' }]), set('/exchange/cumulativeUpdate', 10)],
      messageId: 'own',
      severity: 'error',
      subject: 'design',
      path: '/exchange/cumulativeUpdate',
      message: 'Beside Exchange 2019, the servers need CU11 or later; they have CU10.',
    },
  },
  notStated: {
    'no list': [remove('/coexistence')],
    'no version of its own': [set('/coexistence', [{ version: '2007' }]), remove('/exchange/version')],
    'no level': [set('/coexistence', [{ version: '2013' }])],
  },
};
