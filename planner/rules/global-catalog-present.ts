import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachMailboxDatacenter, eachServer } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const globalCatalogPresent: Rule<{ minimum: number; serverCoresPerCore: number }> = {
  id: 'global-catalog-present',
  area: 'support',
  title: 'Each mailbox datacenter has a writable global catalog',
  why: 'Setup fails in a site without one, and the last one may not be removed later.',
  source: cite('systemRequirements', 'D3.4, D3.7'),
  parameters: {
    minimum: { type: 'number', unit: 'domain controllers', description: 'Fewest writable global catalogs of a site.' },
    serverCoresPerCore: {
      type: 'number',
      unit: 'cores',
      description: 'Cores of mailbox servers for each core of global catalogs.',
    },
  },
  messages: {
    missing: '{datacenter} has no writable domain controller that is a global catalog; its site needs one.',
    small:
      '{datacenter} has {found} of global catalogs; {needed} fit its mailbox servers, one for each {serverCoresPerCore}.',
  },
  check(design, { minimum, serverCoresPerCore }, reporter) {
    const servers = eachServer(design, { report: () => undefined, notStated: () => undefined });
    for (const datacenter of eachMailboxDatacenter(design, reporter)) {
      const controllers = part(datacenter, 'domainControllers', reporter);
      const catalogs = controllers && stated(controllers, 'writableGlobalCatalogs', reporter);
      if (!controllers || catalogs === undefined) continue;
      const { name } = datacenter.value;
      const about = subject.datacenter(name);
      if (catalogs < minimum) {
        const path = `${controllers.path}/writableGlobalCatalogs`;
        reporter.report({ messageId: 'missing', subject: about, path, data: { datacenter: name } });
        continue;
      }
      // How many cores they have is advice only; nobody needs to state it.
      const { cores } = controllers.value;
      const local = servers.filter(({ value }) => value.datacenter === name);
      const serverCores = local.reduce((sum, { hardware }) => sum + (hardware?.value.cores ?? 0), 0);
      const needed = Math.ceil(serverCores / serverCoresPerCore);
      if (cores === undefined || cores >= needed) continue;
      const data = { datacenter: name, found: counted(cores, 'core'), needed };
      reporter.report({ messageId: 'small', subject: about, path: `${controllers.path}/cores`, data });
    }
  },
};
