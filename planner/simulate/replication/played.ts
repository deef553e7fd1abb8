import type { Design } from '../../design/types.ts';
import { playFailures, type FailoverEvent, type FailoverOptions, type FailoverState } from '../failover/index.ts';
import { hourlyShares } from './profile.ts';
import { streamsOf, type Stream } from './streams.ts';

export interface ReplicationSettings extends FailoverOptions {
  /** A profile of `logProfiles` in place of the design's own hours. */
  readonly profile?: string;
  /** One TCP window for the whole link, as the calculator has it; default one for each stream. */
  readonly singleWindow?: boolean;
}

/** A design after events, with all that replication needs to know of it. */
export interface Played {
  readonly design: Design;
  readonly state: FailoverState;
  /** By DAG, in file order. */
  readonly streams: readonly (readonly Stream[])[];
  readonly shares: readonly number[];
}

/**
 * @throws FailureError for a selector that cannot fail
 * @throws ReplicationError where the hourly shares do not add up to a day
 */
export function play(design: Design, events: readonly FailoverEvent[], settings: ReplicationSettings): Played {
  const { profile, singleWindow, ...options } = settings;
  const shares = hourlyShares(design, profile);
  const state = playFailures(design, events, options);
  return { design, state, streams: streamsOf(design, state), shares };
}
