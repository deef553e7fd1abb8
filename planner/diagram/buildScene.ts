import { counted } from '../design/format.ts';
import { indexDesign } from '../design/index.ts';
import type { Design } from '../design/types.ts';
import type { Finding } from '../rules/rule.ts';
import type { ServerLoad } from '../sizing/serverLoad.ts';
import { arrange, serversOf, type Block } from './arrange.ts';
import { badgesOf } from './badges.ts';
import { blockSize, screenAspect } from './blockSize.ts';
import { cardSize } from './cardSize.ts';
import { disksOf } from './disks.ts';
import { drawBlock } from './drawBlock.ts';
import { drawNotes, notesHeight, otherNotes } from './drawNotes.ts';
import type { Drawing } from './drawing.ts';
import { Draft } from './draft.ts';
import { fatesOf, type PlayedFailures } from './fates.ts';
import { legendOf } from './legend.ts';
import type { LinkUse } from './linkUse.ts';
import type { Bounds, Scene } from './scene.ts';

export interface SceneOptions {
  /** Loads per server, for the bars and the overview's tint. */
  readonly loads?: readonly ServerLoad[];
  /** Findings, for the marks. */
  readonly findings?: readonly Finding[];
  /** How the links fare in their busiest hour, for their gauges. */
  readonly linkUses?: readonly LinkUse[];
  /** Failures to draw: the loads are then those of who is left. */
  readonly failures?: PlayedFailures | undefined;
  /** What of the design is drawn; all of it where it is not given. */
  readonly blocks?: readonly Block[];
  /** The width to height that the drawing should come near; by default that of a wide screen's canvas. */
  readonly aspect?: number;
}

const blockGap = 56;
/** The schema's default of `sizing.cpuLimitFraction`. */
const defaultCpuLimit = 0.8;

/** The drawing of a design, for every surface. Never fails: what is not stated is drawn as such or left out. */
export function buildScene(design: Design, options: SceneOptions = {}): Scene {
  const {
    loads = [],
    findings = [],
    linkUses = [],
    failures,
    blocks = arrange(design),
    aspect = screenAspect,
  } = options;
  const { servers: placed } = indexDesign(design);
  const servers = serversOf(blocks).flatMap((server) => {
    const entry = placed.get(server.name);
    return entry ? [{ server, disks: disksOf(entry) }] : [];
  });
  const badges = badgesOf(findings);
  const draft = new Draft();
  const drawing: Drawing = {
    design,
    draft,
    size: cardSize(servers),
    disks: new Map(servers.map(({ server, disks }) => [server.name, disks])),
    badges: badges.bySubject,
    serverBadges: badges.byServer,
    loads: new Map(loads.map((load) => [load.server, load])),
    cpuLimit: design.sizing?.cpuLimitFraction ?? defaultCpuLimit,
    linkUses,
    fates: failures && fatesOf(failures),
  };
  let bounds: Bounds = { x: 0, y: 0, width: 0, height: 0 };
  for (const block of blocks) {
    const top = bounds.height === 0 ? 0 : bounds.height + blockGap;
    const drawn = drawBlock(
      drawing,
      block,
      blockSize(block, drawing.size, blocks.length, aspect),
      top,
      blocks.length > 1,
    );
    bounds = { ...bounds, width: Math.max(bounds.width, drawn.width), height: drawn.y + drawn.height };
  }
  if (blocks.length === 0) bounds = drawNothing(draft);
  const notes = isWhole(design, blocks) ? otherNotes(design, blocks) : [];
  drawNotes(drawing, notes, { ...bounds, y: bounds.height });
  bounds = { ...bounds, height: bounds.height + notesHeight(notes, bounds.width) };
  return {
    ...bounds,
    title: design.name,
    description: descriptionOf(design),
    ...draft.finish(),
    legend: legendOf(
      design,
      servers.map(({ disks }) => disks),
      loads.length > 0 || failures ? drawing.cpuLimit : undefined,
      drawing.fates,
    ),
  };
}

/** Whether everything of a design is drawn, so that what is said of the whole belongs there too. */
function isWhole(design: Design, blocks: readonly Block[]): boolean {
  return serversOf(blocks).length === indexDesign(design).servers.size && blocks.length === arrange(design).length;
}

function drawNothing(draft: Draft): Bounds {
  const bounds = { x: 0, y: 0, width: 640, height: 240 };
  draft.beginTile(bounds);
  draft.rect('panels', bounds, { radius: 12, stroke: 'lineStrong', strokeWidth: 1, dashed: true });
  const text = { x: 320, anchor: 'middle', maxWidth: 600 } as const;
  draft.text('text', 'Nothing to draw yet', { ...text, y: 114, size: 15, weight: 600, role: 'ink' });
  draft.text('text', 'This design has no datacenters and no servers.', { ...text, y: 138, size: 12, role: 'ink3' });
  return bounds;
}

function descriptionOf(design: Design): string {
  const { pairs, dags, servers, databases } = indexDesign(design);
  const copies = [...databases.values()].reduce((sum, database) => sum + database.copies.length, 0);
  return [
    `Topology of ${design.name}: ${counted(pairs.size, 'datacenter pair')}, ${counted(dags.size, 'DAG')},`,
    `${counted(servers.size, 'server')}, ${counted(databases.size, 'database')}, ${counted(copies, 'database copy', 'database copies')}.`,
  ].join(' ');
}
