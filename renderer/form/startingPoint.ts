import contoso from '../../examples/contoso.requirements.json' with { type: 'json' };
import type { Requirements } from '../../planner/design/types.ts';

/** What the form begins with: the example's datacenters, server and first tier, under no customer's name. */
export function startingPoint(): Requirements {
  const { document: _, mailboxTiers, ...rest } = contoso as Requirements;
  return { ...rest, name: 'New design', mailboxTiers: [mailboxTiers?.[0] ?? { name: 'Standard' }] };
}
