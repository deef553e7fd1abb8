import { sizingCatalog } from '../sizing/catalog.ts';
import type { CompleteRequirements } from './requirements.ts';
import {
  databaseCount,
  mostVolumes,
  rejectDisks,
  rejectServers,
  type Demand,
  type Rejection,
  type ServerModel,
  type Shape,
} from './shape.ts';

/** A shape that holds, and what kept the next smaller number of servers from holding. */
export interface Holding {
  readonly ok: true;
  readonly shape: Shape;
  readonly binding: Rejection | undefined;
}

export type Chosen = Holding | { readonly ok: false; readonly rejection: Rejection };

/**
 * The smallest shape that holds: fewest servers, then fewest DAGs (bigger DAGs are preferred, facts A6.3), then fewest
 * disks. `binding` is what kept the next smaller number of servers from holding.
 * @param holds the last word on a shape, from the design it makes
 */
export function chooseShape(
  demand: Demand,
  requirements: CompleteRequirements,
  model: ServerModel,
  holds: (shape: Shape) => Rejection | undefined,
): Chosen {
  let rejection: Rejection | undefined;
  for (const { dags, serversPerDatacenter } of serverCounts(requirements)) {
    const { volumes: most, limit } = mostVolumes(requirements, model);
    if (most < 1) return { ok: false, rejection: { limit, needed: model.bays - most + 1, available: model.bays } };
    let found: Rejection | undefined;
    for (let volumesPerServer = 1; volumesPerServer <= most; volumesPerServer++) {
      const shape = { dags, serversPerDatacenter, volumesPerServer };
      if (databaseCount(shape) > demand.mailboxes && volumesPerServer > 1) break;
      found =
        rejectDisks(shape, demand, requirements, model) ??
        rejectServers(shape, demand, requirements, model) ??
        holds(shape);
      if (!found) return { ok: true, shape, binding: rejection };
    }
    rejection = found;
  }
  if (!rejection) throw new RangeError('There is no shape to try.');
  return { ok: false, rejection };
}

/** The most DAGs that a design is planned with. */
const mostDags = 64;

/** Every allowed number of DAGs and servers, ascending by servers, then by DAGs. */
function* serverCounts(requirements: CompleteRequirements): Generator<Omit<Shape, 'volumesPerServer'>> {
  const { dags, serversPerDatacenter, copies } = requirements;
  const fewest = serversPerDatacenter ?? (copies.highlyAvailable + copies.lagged) / 2;
  const most = serversPerDatacenter ?? sizingCatalog.limits.serversPerDag / 2;
  for (let servers = fewest * (dags ?? 1); servers <= most * (dags ?? mostDags); servers++) {
    for (let count = dags ?? 1; count <= (dags ?? Math.floor(servers / fewest)); count++) {
      const size = servers / count;
      if (Number.isInteger(size) && size >= fewest && size <= most) yield { dags: count, serversPerDatacenter: size };
    }
  }
}
