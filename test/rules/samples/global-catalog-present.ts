import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'no word about their cores': [remove('/datacenters/0/domainControllers/cores')] },
  fails: {
    none: {
      edits: [set('/datacenters/0/domainControllers/writableGlobalCatalogs', 0)],
      messageId: 'missing',
      severity: 'error',
      subject: 'datacenter:East',
      path: '/datacenters/0/domainControllers/writableGlobalCatalogs',
      message: 'East has no writable domain controller that is a global catalog; its site needs one.',
    },
  },
  notStated: {
    'no number': [remove('/datacenters/0/domainControllers/writableGlobalCatalogs')],
    'nothing about domain controllers': [remove('/datacenters/1/domainControllers')],
  },
};
