import { indexDesign } from '../../design/index.ts';
import type { Design, Link } from '../../design/types.ts';
import { replicationOptions } from '../../sizing/index.ts';
import { busiestShare } from '../../sizing/logTraffic.ts';
import type { Failed } from '../failover/reach.ts';
import { linkSubject } from '../failover/selectors.ts';
import { partKinds, type Direction, type Directions, type PartKind } from './parts.ts';

/** One part of a link's load; one that is not counted is 0 because nobody asked for it. */
export interface LoadPart {
  readonly kind: PartKind;
  readonly counted: boolean;
  /** By UTC hour. */
  readonly hourlyMbps: readonly number[];
}

/** The load from one datacenter to another. Hours are UTC, hour 0 from midnight to 01:00. */
export interface LinkLoad {
  readonly from: string;
  readonly to: string;
  /** Copies that take their logs this way. */
  readonly streams: number;
  readonly hourlyMbps: readonly number[];
  readonly peakMbps: number;
  readonly peakHour: number;
  /** What keeps the copies within the recovery point objective: the busiest mean of logs and index over its hours, and the peak of the rest. */
  readonly requiredMbps: number;
  /** Null where the link, or its bandwidth, is not stated. */
  readonly bandwidthMbps: number | null;
  /** What the TCP windows let through: streams × window ÷ latency; null where one of them is not stated, the latency is 0 or nothing streams. */
  readonly windowMbps: number | null;
  /** The smaller of the two, 0 for a link that is cut; null where the bandwidth is not known. */
  readonly availableMbps: number | null;
  readonly parts: readonly LoadPart[];
  /** Logs of 1 MB generated each hour, times the copies across that take them. */
  readonly hourlyLogsMB: readonly number[];
  readonly encrypted: boolean;
}

/**
 * The loads of every pair of datacenters with mailbox servers that a link joins or something crosses, each way.
 * @param singleWindow one TCP window for everything, as the calculator reckons (facts A9); else one for each stream
 */
export function linkLoads(design: Design, directions: Directions, failed: Failed, singleWindow: boolean): LinkLoad[] {
  const hosts = new Set([...indexDesign(design).servers.values()].flatMap(({ value }) => value.datacenter ?? []));
  for (const { from, to } of design.links ?? [])
    if (hosts.has(from) && hosts.has(to) && from !== to) directions.between(from, to);
  for (const { from, to } of directions.all) directions.between(to, from);
  return inOrder(directions.all, design).map((direction) => linkLoad(design, direction, failed, singleWindow));
}

/** The link between two datacenters, whichever it names first; undefined where there is none. */
export function linkBetween(design: Design, one: string, other: string): Link | undefined {
  return design.links?.find(({ from, to }) => (from === one && to === other) || (from === other && to === one));
}

/** Both directions of a pair together, pairs in the order of their datacenters. */
function inOrder(directions: readonly Direction[], design: Design): Direction[] {
  const names = [...indexDesign(design).datacenters.keys()];
  const rank = ({ from, to }: Direction): number => {
    const [a, b] = [names.indexOf(from), names.indexOf(to)];
    return (Math.min(a, b) * names.length + Math.max(a, b)) * 2 + (a < b ? 0 : 1);
  };
  return directions.toSorted((a, b) => rank(a) - rank(b));
}

function linkLoad(design: Design, direction: Direction, failed: Failed, singleWindow: boolean): LinkLoad {
  const { from, to, streams, parts, hourlyLogs, encrypted } = direction;
  const options = replicationOptions(design);
  const link = linkBetween(design, from, to);
  const { clients, transport, logs, contentIndex } = parts;
  const replicated = logs.map((mbps, hour) => mbps + (contentIndex[hour] ?? 0));
  const other = clients.map((mbps, hour) => mbps + (transport[hour] ?? 0));
  const hourlyMbps = replicated.map((mbps, hour) => mbps + (other[hour] ?? 0));
  const peakMbps = Math.max(...hourlyMbps);
  const bandwidthMbps = link?.bandwidthMbps ?? null;
  const windowMbps = windowRate(link, singleWindow ? 1 : streams);
  const isCut = failed.has(linkSubject(design, from, to));
  const counted: Record<PartKind, boolean> = {
    logs: true,
    contentIndex: true,
    transport: options.transportShadowCopies,
    clients: options.clientMbpsPerMailbox > 0,
  };
  return {
    from,
    to,
    streams,
    hourlyMbps,
    peakMbps,
    peakHour: hourlyMbps.indexOf(peakMbps),
    requiredMbps: busiestShare(replicated, options.rpoHours) + Math.max(...other),
    bandwidthMbps,
    windowMbps,
    availableMbps: isCut ? 0 : bandwidthMbps === null ? null : Math.min(bandwidthMbps, windowMbps ?? Infinity),
    parts: partKinds.map((kind) => ({ kind, counted: counted[kind], hourlyMbps: parts[kind] })),
    hourlyLogsMB: hourlyLogs,
    encrypted,
  };
}

function windowRate(link: Link | undefined, windows: number): number | null {
  const { tcpWindowBytes, roundTripMs } = link ?? {};
  if (tcpWindowBytes === undefined || roundTripMs === undefined || roundTripMs === 0 || windows === 0) return null;
  return (windows * tcpWindowBytes * 8) / (roundTripMs / 1000) / 1e6;
}
