import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachMailboxDatacenter } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const globalCatalogPresent: Rule<{ minimum: number }> = {
  id: 'global-catalog-present',
  area: 'support',
  title: 'Each mailbox datacenter has a writable global catalog',
  why: 'Setup fails in a site without one, and the last one may not be removed later.',
  source: cite('systemRequirements', 'D3.4'),
  parameters: {
    minimum: { type: 'number', unit: 'domain controllers', description: 'Fewest writable global catalogs of a site.' },
  },
  messages: {
    missing: '{datacenter} has no writable domain controller that is a global catalog; its site needs one.',
  },
  check(design, { minimum }, reporter) {
    for (const datacenter of eachMailboxDatacenter(design, reporter)) {
      const controllers = part(datacenter, 'domainControllers', reporter);
      const catalogs = controllers && stated(controllers, 'writableGlobalCatalogs', reporter);
      if (!controllers || catalogs === undefined || catalogs >= minimum) continue;
      const { name } = datacenter.value;
      reporter.report({
        messageId: 'missing',
        subject: subject.datacenter(name),
        path: `${controllers.path}/writableGlobalCatalogs`,
        data: { datacenter: name },
      });
    }
  },
};
