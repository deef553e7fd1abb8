import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { '20 cores': [set('/hardware/0/cores', 20)], '24 cores': [set('/hardware/0/cores', 24)] },
  fails: {
    '28 cores': {
      edits: [set('/hardware/0/cores', 28)],
      messageId: 'many',
      subject: 'hardware:Standard',
      path: '/hardware/0/cores',
      message:
        '28 cores; the Preferred Architecture asks for 20 to 24, so that load spreads over more, smaller servers. 8 servers use this hardware.',
      fix: 'Set cores of Standard to 24',
    },
    '28 cores with their SPECint result': {
      edits: [set('/hardware/0/cores', 28), set('/hardware/0/specIntRate2006', 1190)],
      messageId: 'many',
      subject: 'hardware:Standard',
      path: '/hardware/0/cores',
      message:
        '28 cores; the Preferred Architecture asks for 20 to 24, so that load spreads over more, smaller servers. 8 servers use this hardware.',
      fix: 'Set cores of Standard to 24',
    },
    '16 cores': {
      edits: [set('/hardware/0/cores', 16)],
      messageId: 'few',
      subject: 'hardware:Standard',
      path: '/hardware/0/cores',
      message: '16 cores; the Preferred Architecture asks for 20 to 24. 8 servers use this hardware.',
      fix: 'Set cores of Standard to 20',
    },
    '52 cores, by the edition of 2019': {
      edits: [set('/hardware/0/cores', 52)],
      ruleset: 'pa-2019',
      messageId: 'many',
      subject: 'hardware:Standard',
      path: '/hardware/0/cores',
      message:
        '52 cores; the Preferred Architecture asks for at most 48, so that load spreads over more, smaller servers. 8 servers use this hardware.',
      fix: 'Set cores of Standard to 48',
    },
  },
  notStated: { 'no cores': [remove('/hardware/0/cores')] },
};
