import type { Server } from '../design/types.ts';
import type { Badges } from './badges.ts';
import type { OpenHit } from './draft.ts';
import type { Drawing } from './drawing.ts';
import { keptCard } from './keptCard.ts';
import { worstCpu } from './worstCpu.ts';

const noBadges: Badges = new Map();

/** Puts a server's card into the drawing. */
export function drawServer(drawing: Drawing, server: Server, x: number, y: number, parent: OpenHit): void {
  const { name } = server;
  const { draft, size, cpuLimit } = drawing;
  const fate = drawing.fates?.servers.get(name);
  const { hit, places } = keptCard(server, {
    x,
    y,
    size,
    cpuLimit,
    disks: drawing.disks.get(name) ?? [],
    badges: drawing.serverBadges.get(name) ?? noBadges,
    hasLoads: fate !== undefined || drawing.loads.size > 0,
    cpu: fate ? fate.cpu : worstCpu(drawing.loads.get(name)),
    fate,
  });
  parent.children.push(hit);
  draft.include(places);
}
