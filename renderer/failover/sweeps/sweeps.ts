import { indexDesign } from '../../../planner/design/index.ts';
import { subject } from '../../../planner/design/subject.ts';
import type { Design } from '../../../planner/design/types.ts';
import type { FailureEvent } from '../../../planner/simulate/failover/index.ts';
import { failureSets, heaviest, type SetSize, simulateFailover } from '../../../planner/simulate/survivors/index.ts';
import { countSets } from '../../../planner/simulate/survivors/failureSets.ts';
import type { Order } from '../events.ts';

/** Which failure sets of a DAG are played. */
export interface SetsAsk {
  readonly dag: string;
  readonly upTo: number;
  readonly order: Order;
  /** Votes stay as at the start. */
  readonly staticVotes?: boolean;
}

/** The failures of one server of a DAG with each that comes after it. */
export interface PairAsk {
  readonly dag: string;
  readonly server: string;
  readonly order: Order;
  /** Votes stay as at the start. */
  readonly staticVotes?: boolean;
}

/** Two servers that fail, or one where both are the same, and what came of it. */
export interface PairOutcome {
  readonly servers: readonly [string, string];
  /** The server that is left with the largest utilisation; undefined where none is known. */
  readonly worst: { readonly server: string; readonly cpu: number } | undefined;
  /** The most active databases on a server. */
  readonly activeDatabases: number;
  readonly offline: number;
  readonly laggedOnly: number;
}

/** Sets that are played while the user waits a moment. */
const mostAtOnce = 2 ** 17;

/** The most failed servers of which every set is played in a moment: all of a DAG that is supported. */
export function largestSize(servers: number): number {
  let size = servers;
  while (size > 1 && countSets(servers, size) > mostAtOnce) size -= 1;
  return size;
}

/** The size up to which sets are played first, so that something is seen at once. */
const firstSize = 3;

/** Up to which sizes sets are played, one after the other. */
export function sweptSizes(servers: number): readonly number[] {
  const all = largestSize(servers);
  return all > firstSize ? [firstSize, all] : [all];
}

export function setsOf(design: Design, { dag, upTo, order, staticVotes = false }: SetsAsk): readonly SetSize[] {
  return failureSets(oneDag(design, dag), { upTo, atOnce: order === 'atOnce', dynamicVotes: !staticVotes }).sizes;
}

/** What comes of a server's failure, alone and with each later one, played as a click on both plays it. */
export function pairsOf(design: Design, { dag, server, order, staticVotes = false }: PairAsk): readonly PairOutcome[] {
  const options = { dynamicVotes: !staticVotes };
  const alone = oneDag(design, dag);
  const names = (alone.dags?.[0]?.servers ?? []).map(({ name }) => name);
  return names
    .slice(names.indexOf(server))
    .map((other) => pairOutcome([server, other], simulateFailover(alone, pairEvents(server, other, order), options)));
}

/** The events by which two servers fail; one where both are the same. */
export function pairEvents(one: string, other: string, order: Order): readonly FailureEvent[] {
  const failed = [...new Set([subject.server(one), subject.server(other)])];
  return order === 'atOnce' ? [{ fail: failed }] : failed.map((each) => ({ fail: [each] }));
}

function pairOutcome(
  servers: readonly [string, string],
  { servers: outcomes, counts }: ReturnType<typeof simulateFailover>,
): PairOutcome {
  const up = outcomes.filter((outcome) => outcome.up);
  return {
    servers,
    worst: heaviest(outcomes),
    activeDatabases: Math.max(0, ...up.map(({ activeDatabases }) => activeDatabases)),
    ...counts,
  };
}

const alone = new WeakMap<Design, Map<string, Design>>();

/** The design with one of its DAGs only: failures of servers of one DAG change nothing in another. */
export function oneDag(design: Design, dag: string): Design {
  let designs = alone.get(design);
  if (!designs) alone.set(design, (designs = new Map<string, Design>()));
  let found = designs.get(dag);
  if (!found) {
    const placed = indexDesign(design).dags.get(dag);
    designs.set(dag, (found = { ...design, dags: placed ? [placed.value] : [] }));
  }
  return found;
}
