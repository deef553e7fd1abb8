import replicationCatalog from '../../../catalog/replication.json' with { type: 'json' };
import { formatNumber } from '../../design/format.ts';
import type { Design } from '../../design/types.ts';
import { evenly } from '../../sizing/logTraffic.ts';
import { ReplicationError } from './replicationError.ts';

/** A day of logs by the hour, local time; the shares add up to 1. */
export interface LogProfile {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly hourlyLogShare: readonly number[];
}

/** The profiles on offer: an even day, and the calculator's lab example, which is no measured day. */
export const logProfiles: readonly LogProfile[] = replicationCatalog.profiles.map((profile) => ({
  ...profile,
  hourlyLogShare: profile.hourlyLogShare ?? evenly,
}));

/** Shares as people round them still make a day. */
const tolerance = 1e-3;

/** What the shares of a design add up to where that is not a day; undefined where it is, or where none are stated. */
export function wrongShareSum({ replication }: Design): number | undefined {
  const sum = replication?.hourlyLogShare?.reduce((all, share) => all + share, 0);
  return sum === undefined || Math.abs(sum - 1) < tolerance ? undefined : sum;
}

/**
 * The day that counts: the profile asked for, else the design's own, else an even one.
 * @throws ReplicationError where the design's shares do not add up to 1, or there is no profile of the name
 */
export function hourlyShares(design: Design, profile?: string): readonly number[] {
  if (profile !== undefined) {
    const found = logProfiles.find(({ name }) => name === profile);
    if (found) return found.hourlyLogShare;
    const names = logProfiles.map(({ name }) => name).join(', ');
    throw new ReplicationError('', `There is no log profile "${profile}".`, names, `"${profile}"`);
  }
  const sum = wrongShareSum(design);
  if (sum !== undefined) {
    throw new ReplicationError(
      '/replication/hourlyLogShare',
      'The hourly shares of the logs do not add up to a day.',
      'a sum of 1',
      formatNumber(sum),
    );
  }
  return design.replication?.hourlyLogShare ?? evenly;
}

/** The same day in UTC hours; where the offset is no whole hour, each UTC hour lies in two local ones. */
export function inUtc(local: readonly number[], utcOffsetMinutes: number): number[] {
  const offset = utcOffsetMinutes / 60;
  const whole = Math.floor(offset);
  const later = offset - whole;
  const share = (hour: number): number => local[(((hour + whole) % 24) + 24) % 24] ?? 0;
  return local.map((_, hour) => share(hour) * (1 - later) + share(hour + 1) * later);
}
