import type { Pointer } from '../design/pointer.ts';
import type { Design } from '../design/types.ts';
import { firstError } from '../rules/index.ts';
import { fieldName, type Fault } from './refusal.ts';

/** Which field of the requirements gave a part of the design, and what an architect can do about it. */
interface Origin {
  readonly part: RegExp;
  /** Not given: the part has the same path in both files. */
  readonly field?: Pointer;
  readonly remedy: string;
  readonly leavesOut?: boolean;
}

const origins: readonly Origin[] = [
  { part: /^\/links\/\d+\/bandwidthMbps$/, field: '/link/bandwidthMbps', remedy: 'Plan a wider link' },
  { part: /^\/links\/\d+\/tcpWindowBytes$/, field: '/link/tcpWindowBytes', remedy: 'Plan larger TCP windows' },
  { part: /^\/links\//, field: '/link/roundTripMs', remedy: 'Choose two datacenters with a shorter way between them' },
  {
    part: /^\/directory\//,
    remedy: 'Bring Active Directory to what this Exchange needs, or plan for another Exchange',
  },
  { part: /^\/coexistence\//, remedy: 'Update these Exchange servers first, or leave out those that will be gone' },
  { part: /^\/exchange\//, remedy: 'Plan for a later cumulative update' },
  { part: /^\/datacenters\//, remedy: 'Plan a writable global catalog there' },
  { part: /\/witness\/kind$/, field: '/witness/kind', remedy: 'Use a file share witness', leavesOut: true },
  { part: /\/witness\/server$/, field: '/witness/server', remedy: 'Name another server as witness', leavesOut: true },
  {
    part: /\/operatingSystem$/,
    field: '/operatingSystem',
    remedy: 'Leave the operating system open',
    leavesOut: true,
  },
  {
    part: /^\/dags\/\d+\/name$/,
    field: '/naming/dag',
    remedy: 'Use a shorter name pattern for DAGs',
    leavesOut: true,
  },
  {
    part: /\/nodes\/\d+\/name$/,
    field: '/naming/server',
    remedy: 'Use another name pattern for servers',
    leavesOut: true,
  },
  { part: /\/replayLagHours$/, field: '/replayLagHours', remedy: 'Ask for a shorter replay lag', leavesOut: true },
  {
    part: /\/mailboxes$/,
    field: '/sizing/maximumDatabaseSizeGB',
    remedy: 'Plan smaller databases',
    leavesOut: true,
  },
];

/** Rules about what a shape carries, which a design of any other shape may meet, and about the load of the mailboxes. */
export const shapeRules: ReadonlySet<string> = new Set([
  'bays-hold-disks',
  'cpu-worst-failure',
  'database-size',
  'link-carries-replication',
  'server-database-limit',
  'volume-capacity',
]);

/**
 * What the design's own ruleset calls unsupported, in the terms of the requirements that it was built from.
 * @param passOver rules that are not asked
 */
export function unsupported(design: Design, passOver?: ReadonlySet<string>): Fault | undefined {
  const finding = firstError(design, passOver);
  if (!finding) return undefined;
  const origin = origins.find(({ part }) => part.test(finding.path));
  const {
    field: path = finding.path,
    remedy,
    leavesOut = false,
  } = origin ?? { field: '', remedy: 'Change what it names' };
  return {
    path,
    message: `The design would be unsupported. ${finding.message}`,
    remedy: path === '' ? `${remedy}.` : `${remedy} (${fieldName(path)}).`,
    leavesOut,
  };
}
