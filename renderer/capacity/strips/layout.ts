import { scaleBand } from 'd3-scale';
import { textWidth } from '../../../planner/diagram/measure.ts';
import type { ServerGroup } from '../order.ts';
import type { CapacityRow } from '../rows.ts';

/** The place of one server, the same in every strip; CSS pixels. */
export interface Slot {
  readonly row: CapacityRow;
  /** Left edge of its bar. */
  readonly x: number;
  /** Left edge and width of the room around it, which takes the pointer. */
  readonly left: number;
  readonly width: number;
}

/** A DAG, or its servers in one datacenter, beneath the strips. */
export interface Span {
  readonly key: string;
  readonly label: string;
  readonly left: number;
  readonly right: number;
}

export interface StripLayout {
  readonly width: number;
  readonly bar: number;
  readonly slots: readonly Slot[];
  readonly sites: readonly Span[];
  readonly dags: readonly Span[];
  /** How the servers' names stand beneath their bars; not at all where they would not fit. */
  readonly names: 'lying' | 'upright' | 'none';
  readonly namesHeight: number;
}

const narrowestSlot = 5;
const widestSlot = 64;
const siteGap = 8;
const dagGap = 18;
const nameSize = 11;
const lyingHeight = 18;
const tallestName = 72;
const uprightSlot = 13;

/** Places the servers from left to right: as wide as the room allows, at the least wide enough to be seen and hit. */
export function stripLayout(groups: readonly ServerGroup[], room: number, narrowest = narrowestSlot): StripLayout {
  const gaps = groups.slice(1).map(({ dag }, i) => (dag === groups[i]?.dag ? siteGap : dagGap));
  const servers = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const free = room - gaps.reduce((sum, gap) => sum + gap, 0);
  const width = Math.min(widestSlot, Math.max(narrowest, free / Math.max(1, servers)));
  const slots: Slot[] = [];
  const sites: Span[] = [];
  const dags: Span[] = [];
  let left = 0;
  let bar = 0;
  groups.forEach(({ dag, datacenter, rows }, g) => {
    left += gaps[g - 1] ?? 0;
    const right = left + rows.length * width;
    const band = scaleBand(
      rows.map(({ server }) => server),
      [left, right],
    ).padding(width < 12 ? 0.2 : 0.32);
    bar = band.bandwidth();
    for (const [i, row] of rows.entries()) {
      slots.push({ row, x: band(row.server) ?? left, left: left + i * width, width });
    }
    sites.push({ key: `${dag}/${datacenter}`, label: datacenter, left, right });
    const span = dags.at(-1);
    if (span?.label === dag) dags[dags.length - 1] = { ...span, right };
    else dags.push({ key: dag, label: dag, left, right });
    left = right;
  });
  const longest = Math.max(0, ...slots.map(({ row }) => textWidth(row.server, nameSize, 600)));
  const names = longest + 6 <= width ? 'lying' : width >= uprightSlot ? 'upright' : 'none';
  const upright = Math.min(tallestName, Math.ceil(longest) + 8);
  return {
    width: Math.max(left, 1),
    bar,
    slots,
    sites,
    dags,
    names,
    namesHeight: { lying: lyingHeight, upright, none: 0 }[names],
  };
}
