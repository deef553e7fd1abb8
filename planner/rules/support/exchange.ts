import { indexDesign, type PlacedServer } from '../../design/index.ts';
import type { Pointer } from '../../design/pointer.ts';
import type { Design } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { part, stated, whole } from './stated.ts';

/** The Exchange version of a design; told where it is not stated. */
export function exchangeVersion(design: Design, reporter: Reporter): string | undefined {
  const exchange = part(whole(design), 'exchange', reporter);
  return exchange && stated(exchange, 'version', reporter);
}

/** The cumulative update of a server: its own, else the design's; told where neither is stated. */
export function cumulativeUpdate(design: Design, server: PlacedServer, reporter: Reporter): number | undefined {
  return server.value.cumulativeUpdate ?? designUpdate(design, reporter);
}

/** A cumulative update and where it is stated. */
export interface StatedUpdate {
  readonly value: number;
  readonly path: Pointer;
}

/**
 * The lowest and the highest cumulative update of the servers that are designed; of the design itself where it has no servers. Undefined,
 * and told, where one is not stated.
 */
export function updateRange(
  design: Design,
  reporter: Reporter,
): { readonly lowest: StatedUpdate; readonly highest: StatedUpdate } | undefined {
  const servers = [...indexDesign(design).servers.values()];
  const own = servers.flatMap(({ value, path }): StatedUpdate[] =>
    value.cumulativeUpdate === undefined ? [] : [{ value: value.cumulativeUpdate, path: `${path}/cumulativeUpdate` }],
  );
  const common = own.length === servers.length && own.length > 0 ? undefined : designUpdate(design, reporter);
  if (common === undefined && (own.length < servers.length || servers.length === 0)) return undefined;
  const shared = common === undefined ? [] : [{ value: common, path: '/exchange/cumulativeUpdate' }];
  const [first, ...others] = [...shared, ...own];
  if (!first) return undefined;
  return {
    lowest: others.reduce((low, each) => (each.value < low.value ? each : low), first),
    highest: others.reduce((high, each) => (each.value > high.value ? each : high), first),
  };
}

/** The cumulative update that the design states for all servers; told where it is not stated. */
function designUpdate(design: Design, reporter: Reporter): number | undefined {
  const exchange = part(whole(design), 'exchange', reporter);
  return exchange && stated(exchange, 'cumulativeUpdate', reporter);
}

/** A cumulative update as people write it: 0 is RTM. */
export function updateName(update: number): string {
  return update === 0 ? 'RTM' : `CU${update}`;
}
