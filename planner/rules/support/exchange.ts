import type { PlacedServer } from '../../design/index.ts';
import type { Pointer } from '../../design/pointer.ts';
import type { Design } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { part, stated, whole } from './stated.ts';

/** The Exchange version of a design; told where it is not stated. */
export function exchangeVersion(design: Design, reporter: Reporter): string | undefined {
  const exchange = part(whole(design), 'exchange', reporter);
  return exchange && stated(exchange, 'version', reporter);
}

/** The cumulative update of a server and where it stands: its own, else the design's; told where neither is stated. */
export function cumulativeUpdate(
  design: Design,
  server: PlacedServer,
  reporter: Reporter,
): { readonly value: number; readonly path: Pointer } | undefined {
  const own = server.value.cumulativeUpdate;
  if (own !== undefined) return { value: own, path: `${server.path}/cumulativeUpdate` };
  const value = designUpdate(design, reporter);
  return value === undefined ? undefined : { value, path: '/exchange/cumulativeUpdate' };
}

/** The cumulative update that the design states for all servers; told where it is not stated. */
export function designUpdate(design: Design, reporter: Reporter): number | undefined {
  const exchange = part(whole(design), 'exchange', reporter);
  return exchange && stated(exchange, 'cumulativeUpdate', reporter);
}

/** A cumulative update as people write it: 0 is RTM. */
export function updateName(update: number): string {
  return update === 0 ? 'RTM' : `CU${update}`;
}
