import type { Design } from '../../design/types.ts';
import type { FailoverEvent } from '../failover/index.ts';
import { linkBetween, linkLoads, type LinkLoad } from './links.ts';
import { Directions } from './parts.ts';
import { play, type Played, type ReplicationSettings } from './played.ts';
import { laggedCopies, type LaggedCopy } from './playDown.ts';
import { crosses } from './streams.ts';

/** What crosses between datacenters in a day. */
export interface ReplicationOutcome {
  readonly links: readonly LinkLoad[];
  readonly laggedCopies: readonly LaggedCopy[];
  /** What the figures leave out, and what the events changed nothing by. */
  readonly notes: readonly string[];
}

/**
 * The load of every link, hour by hour, after events in order.
 * @throws FailureError for a selector that cannot fail
 * @throws ReplicationError where the hourly shares do not add up to a day
 */
export function simulateReplication(
  design: Design,
  events: readonly FailoverEvent[] = [],
  settings: ReplicationSettings = {},
): ReplicationOutcome {
  const played = play(design, events, settings);
  return {
    links: loadsOf(played, settings),
    laggedCopies: laggedCopies(played),
    notes: [...played.state.notes, ...notesOn(played)],
  };
}

/** The load of every link when nothing has failed. @throws ReplicationError where the hourly shares do not add up to a day */
export function healthyLinks(design: Design): LinkLoad[] {
  return loadsOf(play(design, [], {}), {});
}

/** The links' loads; of the streams those that are reached. */
export function loadsOf(
  { design, state, streams, shares }: Played,
  { singleWindow = false }: ReplicationSettings,
): LinkLoad[] {
  const directions = new Directions(design, shares);
  for (const ofDag of streams) directions.addStreams(ofDag);
  directions.addTransport(state);
  directions.addClients(state);
  return linkLoads(design, directions, state.failed, singleWindow);
}

function notesOn({ design, state, streams }: Played): string[] {
  const silent = state.dags.flatMap(({ table }) => table.databases.filter(({ mailboxes }) => mailboxes === undefined));
  const pairs = new Set(
    streams
      .flat()
      .filter(crosses)
      .map(({ from, to }) => [from, to].toSorted().join('/')),
  );
  const unlinked = [...pairs]
    .map((pair) => pair.split('/'))
    .filter(([one = '', other = '']) => !linkBetween(design, one, other));
  return [
    ...(silent.length > 0 ? [`${silent.length} databases state no mailboxes; they send nothing.`] : []),
    ...unlinked.map((names) => `Logs cross between ${names.join(' and ')}, and the design states no link there.`),
  ];
}
