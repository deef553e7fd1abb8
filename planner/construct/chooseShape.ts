import { sizingCatalog } from '../sizing/catalog.ts';
import { mostDags } from './ceilings.ts';
import type { Demand } from './demand.ts';
import { rejectDisks } from './disks.ts';
import type { CompleteRequirements } from './requirements.ts';
import { databaseCount, mostVolumes, rejectServers, type Rejection, type Shape } from './shape.ts';
import type { ServerModel } from './serverModel.ts';

/** A shape that holds, and what kept the next smaller number of servers from holding. */
export interface Holding {
  readonly ok: true;
  readonly shape: Shape;
  readonly binding: Rejection | undefined;
}

export type Chosen = Holding | { readonly ok: false; readonly rejection: Rejection };

/** What a shape is checked against. */
export interface Given {
  readonly demand: Demand;
  readonly requirements: CompleteRequirements;
  readonly model: ServerModel;
}

/** DAGs and servers of a shape whose volumes are still open. */
type Servers = Omit<Shape, 'volumesPerServer'>;

/**
 * The smallest shape that holds: fewest servers, then fewest DAGs (bigger DAGs are preferred, facts A6.3), then fewest
 * disks.
 * @param lastWord a check of the design that a shape makes, after the shape itself has passed
 */
export function chooseShape(given: Given, lastWord: (shape: Shape) => Rejection | undefined): Chosen {
  const rejection = rejectAll(given);
  if (rejection) return { ok: false, rejection };
  let binding: Rejection | undefined;
  for (const servers of serverCounts(given)) {
    const tried = fewestVolumes(given, servers, lastWord);
    if (tried.ok) return { ...tried, binding };
    binding = tried.rejection;
  }
  if (!binding) throw new RangeError('There is no shape to try.');
  return { ok: false, rejection: binding };
}

/** What rejects the largest shape, and so every smaller one; nothing where it holds. */
export function rejectAll(given: Given): Rejection | undefined {
  const { dags, serversPerDatacenter } = given.requirements;
  const largest = {
    dags: dags ?? mostDags,
    serversPerDatacenter: serversPerDatacenter ?? sizingCatalog.limits.serversPerDag / 2,
  };
  const tried = fewestVolumes(given, largest, () => undefined);
  return tried.ok ? undefined : tried.rejection;
}

/** The fewest data volumes with which so many servers hold, or what rejects the most that they could have. */
function fewestVolumes(
  { demand, requirements, model }: Given,
  servers: Servers,
  lastWord: (shape: Shape) => Rejection | undefined,
): Chosen {
  const { volumes: most, limit } = mostVolumes(requirements, model);
  let rejection: Rejection = { limit, needed: model.bays - most + 1, available: model.bays };
  for (let volumesPerServer = 1; volumesPerServer <= most; volumesPerServer++) {
    const shape = { ...servers, volumesPerServer };
    if (databaseCount(shape) > demand.mailboxes && volumesPerServer > 1) break;
    const found =
      rejectDisks(shape, demand, requirements, model) ??
      rejectServers(shape, demand, requirements, model) ??
      lastWord(shape);
    if (!found) return { ok: true, shape, binding: undefined };
    rejection = found;
  }
  return { ok: false, rejection };
}

/**
 * Every allowed number of DAGs and servers, ascending by servers, then by DAGs. It ends where every server has a mailbox of its own:
 * more of them carry no less each.
 */
function* serverCounts({ demand, requirements: { dags, serversPerDatacenter } }: Given): Generator<Servers> {
  const fewest = serversPerDatacenter ?? fewestServers;
  const most = serversPerDatacenter ?? sizingCatalog.limits.serversPerDag / 2;
  const first = fewest * (dags ?? 1);
  const last = Math.min(most * (dags ?? mostDags), Math.max(first, Math.ceil(demand.mailboxes / 2)));
  for (let servers = first; servers <= last; servers++) {
    const smallestCount = dags ?? Math.ceil(servers / most);
    const largestCount = dags ?? Math.min(mostDags, Math.floor(servers / fewest));
    for (let count = smallestCount; count <= largestCount; count++) {
      const size = servers / count;
      if (Number.isInteger(size) && size >= fewest && size <= most) yield { dags: count, serversPerDatacenter: size };
    }
  }
}

/** Servers per datacenter at least, unless asked for: with one, losing it would take the datacenter. */
export const fewestServers = 2;
