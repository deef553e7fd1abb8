import type { DatabaseCopy } from '../design/types.ts';

/**
 * Where a copy stands among its database's: highly available before lagged, by activation preference, and last those that are
 * suspended from activation, as the failover simulation ranks them.
 * @param index its place in the list, which counts where no preference is stated
 */
export function activationRank(copy: DatabaseCopy, index: number): number {
  const suspended = mayActivate(copy) ? 0 : 2e9;
  const lagged = (copy.replayLagHours ?? 0) > 0 ? 1e9 : 0;
  return suspended + lagged + (copy.activationPreference ?? index + 1);
}

/** Whether a copy is not suspended from activation. */
export function mayActivate({ activationSuspended }: DatabaseCopy): boolean {
  return activationSuspended !== true;
}
