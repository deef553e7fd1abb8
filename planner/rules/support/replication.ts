import type { Edit } from '../../design/edit.ts';
import { formatCount } from '../../design/format.ts';
import type { Placed } from '../../design/index.ts';
import { largestAmount } from '../../design/largeAmounts.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { Design, Link } from '../../design/types.ts';
import { healthyLinks, wrongShareSum, type LinkLoad } from '../../simulate/replication/index.ts';
import { databaseLoadsIn } from '../../sizing/databaseLoads.ts';
import type { Reporter } from '../rule.ts';
import { databasesOf, membersOf } from './each.ts';
import { keptPerDag } from './keptPerDag.ts';
import { stated } from './stated.ts';

/** A link that logs cross, in the direction that asks more of it. */
export interface CrossedLink {
  readonly link: Placed<Link>;
  readonly load: LinkLoad;
  readonly availableMbps: number;
}

const kept = new WeakMap<Design, readonly LinkLoad[]>();

/** The loads of a design's links when nothing has failed; none where its hourly shares are no day. */
function loadsOf(design: Design): readonly LinkLoad[] {
  let loads = kept.get(design);
  if (!loads) kept.set(design, (loads = wrongShareSum(design) === undefined ? healthyLinks(design) : []));
  return loads;
}

/** The links that logs cross, in file order, each in the direction that needs more; what they need and is not stated is told. */
export function crossedLinks(design: Design, need: (load: LinkLoad) => number, reporter: Reporter): CrossedLink[] {
  tellWhatLacks(design, reporter);
  const crossed = new Map<string, LinkLoad>();
  for (const load of loadsOf(design)) {
    const key = [load.from, load.to].toSorted().join('/');
    const other = crossed.get(key);
    if (load.streams > 0 && (!other || need(load) > need(other))) crossed.set(key, load);
  }
  const links = (design.links ?? []).map((value, i) => ({ value, path: `/links/${i}` }));
  return [...crossed].flatMap(([key, load]) => {
    const link = links.find(({ value }) => [value.from, value.to].toSorted().join('/') === key);
    if (!link) reporter.notStated('/links');
    const bandwidth = link && stated(link, 'bandwidthMbps', reporter);
    if (!link || bandwidth === undefined) return [];
    return [{ link, load, availableMbps: Math.min(bandwidth, load.windowMbps ?? Infinity) }];
  });
}

const tellWhatLacks = keptPerDag((design, dag, reporter) => {
  const { notStated } = databaseLoadsIn(design, dag.value);
  for (const server of membersOf(design, dag, reporter)) stated(server, 'datacenter', reporter);
  for (const { value } of databasesOf(design, dag, reporter))
    notStated.get(value.name)?.forEach((path) => reporter.notStated(path));
});

/** The property that holds a link back: its TCP windows where they let less through than it has. */
export function narrowest({ bandwidthMbps, windowMbps }: LinkLoad): 'bandwidthMbps' | 'tcpWindowBytes' {
  return windowMbps !== null && windowMbps < (bandwidthMbps ?? Infinity) ? 'tcpWindowBytes' : 'bandwidthMbps';
}

/** What would carry so much, in words and as edits: more bandwidth, larger windows, or both. No edits where a file cannot hold it. */
export function widened(
  design: Design,
  link: Subject,
  need: (load: LinkLoad) => number,
): { words: string; edits: Edit[] } {
  const parsed = parseSubject(link);
  const ends = [parsed?.name ?? '', parsed?.second ?? ''].toSorted().join('/');
  const loads = loadsOf(design).filter(({ from, to }) => [from, to].toSorted().join('/') === ends);
  const at = (design.links ?? []).findIndex(({ from, to }) => [from, to].toSorted().join('/') === ends);
  const { bandwidthMbps = 0, roundTripMs = 0, tcpWindowBytes = Infinity } = design.links?.[at] ?? {};
  const mbps = Math.ceil(Math.max(0, ...loads.map(need)));
  const windows = loads.map(({ streams, ...load }) =>
    Math.ceil((need({ streams, ...load }) * 1e6 * (roundTripMs / 1000)) / 8 / Math.max(1, streams)),
  );
  const bytes = Math.max(0, ...windows);
  const changes = [
    ...(mbps > bandwidthMbps ? [{ property: 'bandwidthMbps', value: mbps, words: `${formatCount(mbps)} Mbit/s` }] : []),
    ...(bytes > tcpWindowBytes
      ? [{ property: 'tcpWindowBytes', value: bytes, words: `TCP windows of ${formatCount(bytes)} bytes` }]
      : []),
  ];
  return {
    words: changes.map(({ words }) => words).join(' and '),
    edits: changes.some(({ value }) => value > largestAmount)
      ? []
      : changes.map(({ property, value }) => ({ op: 'set', path: `/links/${at}/${property}`, value })),
  };
}

/** An hour as people write it: "14:00 UTC". */
export function utcHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00 UTC`;
}

/** When a link carries most, as part of a sentence: "most at 09:00 UTC". */
export function busiestTime({ hourlyMbps, peakMbps, peakHour }: LinkLoad): string {
  const isEven = hourlyMbps.every((mbps) => mbps > peakMbps * 0.999);
  return isEven ? `all day long from ${utcHour(0)} on` : `most at ${utcHour(peakHour)}`;
}

/** How a link's end is called in a message. */
export function route({ from, to }: LinkLoad): string {
  return `${from} to ${to}`;
}
