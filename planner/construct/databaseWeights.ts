import type { Dag, Design } from '../design/types.ts';
import { countingDatabases, type Weights } from '../layout/index.ts';
import { databaseLoads } from '../sizing/index.ts';

/**
 * What the databases of a DAG weigh when they are active: the megacycles of their mailboxes where these are known, else the number
 * of mailboxes where it is stated. Databases that weigh the same, or of which nothing is known, are counted.
 */
export function databaseWeights(design: Design, { databases = [] }: Dag): Weights {
  const { loads } = databaseLoads(design);
  const megacycles = new Map(databases.map(({ name }) => [name, loads.get(name)?.activeMegacycles]));
  const mailboxes = new Map(databases.map(({ name, mailboxes: tiers }) => [name, tiers && mailboxesOf(tiers)]));
  return weigh('megacycles', megacycles) ?? weigh('mailboxes', mailboxes) ?? countingDatabases;
}

function mailboxesOf(tiers: Readonly<Record<string, number | undefined>>): number {
  return Object.values(tiers).reduce<number>((sum, count = 0) => sum + count, 0);
}

/** Undefined where a weight is not known, or all are the same. */
function weigh(unit: Weights['unit'], weights: ReadonlyMap<string, number | undefined>): Weights | undefined {
  const known = [...weights.values()];
  if (known.includes(undefined) || new Set(known).size < 2) return undefined;
  return { unit, loadOf: (name) => Math.round(weights.get(name) ?? 0) };
}
