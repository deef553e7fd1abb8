import { globalCatalogCores as coresFor } from '../cpu.ts';
import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { mailboxRoleMegacycles } from '../tier/megacycles.ts';
import { megacyclesPerCore } from './processors.ts';
import type { DatacenterScope } from './sheet.ts';
import { byTier, costsOf, weigh } from './sums.ts';
import { mailboxes } from './whole.ts';

/** Global catalog cores of a datacenter with servers, should it carry all mailboxes. */
export const globalCatalogCores = figure('globalCatalogCores', ({ sheet, server }: DatacenterScope) => {
  if (!server || !mailboxes(sheet)) return undefined;
  const databases = [...sheet.databases.values()].map(({ placed }) => placed.value);
  const held = byTier(databases, 'in all databases');
  return formula({
    unit: 'cores',
    words: 'roundup(Σ(mailboxes × active) ÷ megacycles per core ÷ 8)',
    of: {
      mailboxes: held,
      active: costsOf(sheet, held, mailboxRoleMegacycles),
      megacyclesPerCore: megacyclesPerCore(server),
    },
    value: (values) => coresFor(weigh(values.mailboxes, values.active), values.megacyclesPerCore),
    source: `${calculator('A2')}; derived for Exchange 2016`,
  });
});
