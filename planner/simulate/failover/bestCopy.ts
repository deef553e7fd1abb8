/** What Active Manager knows of a copy. */
export interface CopyState {
  readonly status: CopyStatus;
  /** Logs that are still to be copied from the active copy. */
  readonly copyQueue: number;
  /** Logs that are still to be replayed. */
  readonly replayQueue: number;
  readonly contentIndex: 'Healthy' | 'Crawling' | 'Failed';
}

/** Copy states of Exchange (facts B7.8). */
export type CopyStatus =
  | 'Healthy'
  | 'DisconnectedAndHealthy'
  | 'DisconnectedAndResynchronizing'
  | 'SeedingSource'
  | 'Failed'
  | 'Seeding'
  | 'Suspended'
  | 'FailedAndSuspended'
  | 'Initializing'
  | 'Resynchronizing';

/** Health of a server by its monitors, the best first. */
export const serverHealths = ['allHealthy', 'normalHealthy', 'degraded'] as const;
export type ServerHealth = (typeof serverHealths)[number];

/** How many missing logs a server mounts a copy with. */
export type MountDial = 'Lossless' | 'GoodAvailability' | 'BestAvailability';

/** A copy that can be reached and is not blocked. */
export interface CopyCandidate {
  readonly state: CopyState;
  readonly activationPreference: number;
  readonly mountDial: MountDial;
  readonly health: ServerHealth;
}

const allowed: ReadonlySet<CopyStatus> = new Set([
  'Healthy',
  'DisconnectedAndHealthy',
  'DisconnectedAndResynchronizing',
  'SeedingSource',
]);

/** Missing logs up to which each setting mounts (facts B1.3). */
const missingLogs: Readonly<Record<MountDial, number>> = { Lossless: 0, GoodAvailability: 6, BestAvailability: 12 };

/** What a criteria set asks for: a content index, a copy queue and a replay queue below a bound. */
type Criteria = readonly [index: CopyState['contentIndex'] | undefined, copyQueue?: number, replayQueue?: number];

/** The ten criteria sets in order (facts B2.4). */
const criteriaSets: readonly Criteria[] = [
  ['Healthy', 10, 50],
  ['Crawling', 10, 50],
  ['Healthy', undefined, 50],
  ['Crawling', undefined, 50],
  [undefined, undefined, 50],
  ['Healthy', 10],
  ['Crawling', 10],
  ['Healthy'],
  ['Crawling'],
  [undefined],
];

/**
 * Best copy and server selection (facts B2): the candidates that may mount, the best first. They are sorted by copy
 * queue, then preference, or by preference alone where a host asks for `Lossless`; then each check of the servers'
 * health runs through the ten criteria sets. What misses more logs than its server's mount dial allows is left out.
 * @param source health of the server that fails over; undefined where it is lost
 * @param byResponder a monitoring responder failed it over: only servers in better health will do (facts B2.5)
 */
export function bestCopies<T extends CopyCandidate>(
  candidates: readonly T[],
  source?: ServerHealth,
  byResponder = false,
): T[] {
  const sourceRank = source === undefined ? serverHealths.length : rank(source);
  const sorted = sort(
    candidates.filter(({ state, health }) => allowed.has(state.status) && (!byResponder || rank(health) < sourceRank)),
  );
  const ordered = new Set<T>();
  for (const isHealthyEnough of healthChecks(sourceRank)) {
    for (const criteria of criteriaSets) {
      for (const candidate of sorted) {
        if (isHealthyEnough(rank(candidate.health)) && meets(candidate.state, criteria)) ordered.add(candidate);
      }
    }
  }
  return [...ordered].filter(({ state, mountDial }) => state.copyQueue <= missingLogs[mountDial]);
}

function meets({ contentIndex, copyQueue, replayQueue }: CopyState, [index, maxCopy, maxReplay]: Criteria): boolean {
  return (
    (index === undefined || contentIndex === index) &&
    (maxCopy === undefined || copyQueue < maxCopy) &&
    (maxReplay === undefined || replayQueue < maxReplay)
  );
}

function sort<T extends CopyCandidate>(candidates: readonly T[]): T[] {
  const isLossless = candidates.some(({ mountDial }) => mountDial === 'Lossless');
  return [...candidates].sort(
    (a, b) =>
      (isLossless ? 0 : a.state.copyQueue - b.state.copyQueue) || a.activationPreference - b.activationPreference,
  );
}

/** All healthy; up to normal healthy; all better than the source; same as the source (facts B2.5). */
function healthChecks(sourceRank: number): ((health: number) => boolean)[] {
  return [
    (health) => health === rank('allHealthy'),
    (health) => health <= rank('normalHealthy'),
    (health) => health < sourceRank,
    (health) => health <= sourceRank,
  ];
}

function rank(health: ServerHealth): number {
  return serverHealths.indexOf(health);
}
