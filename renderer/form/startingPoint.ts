import contoso from '../../examples/contoso.requirements.json' with { type: 'json' };
import type { Requirements } from '../../planner/design/types.ts';

/** What the form begins with: the example's datacenters and server, and one round tier to overwrite. */
export function startingPoint(): Requirements {
  const { document: _, ...rest } = contoso as Requirements;
  const tier = { name: 'Standard', mailboxes: 10_000, messagesPerDay: 100, quotaMB: 5120 };
  return { ...rest, name: 'New design', mailboxTiers: [tier] };
}
