import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'the witness shares a site': [set('/datacenters/2/adSite', 'EastSite')] },
  fails: {
    'one site for both': {
      edits: [set('/datacenters/1/adSite', 'EASTSITE')],
      messageId: 'shared',
      subject: 'datacenter:West',
      path: '/datacenters/1/adSite',
      message: 'West and East share the Active Directory site EASTSITE; the Preferred Architecture asks for one each.',
    },
  },
  notStated: { 'a datacenter without its site': [remove('/datacenters/0/adSite')] },
};
