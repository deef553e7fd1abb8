import replicationCatalog from '../../../catalog/replication.json' with { type: 'json' };
import { indexDesign, type PlacedCopy } from '../../design/index.ts';
import { pointer, type Pointer } from '../../design/pointer.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { sizingCatalog } from '../../sizing/catalog.ts';
import { databaseLoads } from '../../sizing/databaseLoads.ts';
import { replicationOptions, sizingOptions } from '../../sizing/index.ts';
import { isLagged, type FailoverEvent } from '../failover/index.ts';
import { linkSubject, readSelector } from '../failover/selectors.ts';
import { linkBetween } from './links.ts';
import { isOnLink } from './parts.ts';
import { play, type Played, type ReplicationSettings } from './played.ts';
import { ReplicationError } from './replicationError.ts';
import { runSeeding, type SeedCurvePoint, type SeedTask } from './seedRun.ts';
import { loadsOf } from './simulateReplication.ts';

export interface SeedSettings extends ReplicationSettings {
  /** Seed from a copy in the same datacenter where there is one, and only the first copy there across a link; else from the active copy. */
  readonly nearestSource?: boolean;
}

/** One copy that is seeded. */
export interface SeededCopy {
  readonly database: string;
  readonly server: string;
  /** The server that it is seeded from; null where no copy is left to seed from. */
  readonly source: string | null;
  /** The link that it crosses, if any. */
  readonly link: Subject | null;
  /** Null where what its database holds is not stated. */
  readonly sizeGB: number | null;
  /** Hours from the start until it is there; null where it never is, or where that is not known. */
  readonly doneHours: number | null;
  /** Hours to replay the logs that were written meanwhile, at two a second (facts A8.8). */
  readonly replayHours: number | null;
}

export interface Seeding {
  readonly selector: Subject;
  readonly copies: readonly SeededCopy[];
  /** Fields that decide how long it takes and are not stated. Where there is one, no time is known: copies share sources and links. */
  readonly notStated: readonly Pointer[];
  /** Hours until all are there; null where one never is, or where that is not known. */
  readonly hours: number | null;
  /** What is left to seed over time; in between in straight lines. Empty where that is not known. */
  readonly curve: readonly SeedCurvePoint[];
}

/**
 * Everything on a disk, a server or in a datacenter, or one copy, seeded anew after it was lost, from midnight UTC on: databases are active
 * where the loss has left them. A source gives 20 MB/s for all that it seeds (facts A5.7); a link what its load leaves over, a network
 * adapter its speed, each shared evenly.
 * @throws FailureError for a selector of nothing in the design
 * @throws ReplicationError for one of something that holds no copies, or where the hourly shares do not add up to a day
 */
export function seedCopies(
  design: Design,
  selector: Subject,
  events: readonly FailoverEvent[] = [],
  settings: SeedSettings = {},
): Seeding {
  const lost = readSelector(design, selector);
  const targets = copiesIn(design, lost);
  const after = play(design, [...events, { fail: [lost] }], settings);
  const planned = plan(after, targets, lost, settings.nearestSource ?? false);
  const notStated = [...new Set(planned.flatMap((each) => each.notStated))];
  const run = notStated.length > 0 ? { doneHours: [], curve: [] } : runSeeding(planned.map(({ task }) => task));
  const copies = planned.map(({ copy, logsPerDay }, i): SeededCopy => {
    const doneHours = run.doneHours[i] ?? null;
    const { logsPerSecond } = replicationCatalog.playDown;
    return {
      ...copy,
      doneHours,
      replayHours: doneHours === null ? null : (doneHours * logsPerDay) / 24 / logsPerSecond / 3600,
    };
  });
  const all = copies.map(({ doneHours }) => doneHours);
  return {
    selector: lost,
    copies,
    notStated,
    hours: all.includes(null) ? null : Math.max(0, ...all.map((hours) => hours ?? 0)),
    curve: run.curve,
  };
}

/** The copies that a selector names, those of one database by activation preference. */
function copiesIn(design: Design, selector: Subject): PlacedCopy[] {
  const { kind, name, second } = parseSubject(selector) ?? { kind: 'design', name: '' };
  const { servers, databases } = indexDesign(design);
  const inDatacenter = (server: string): boolean => servers.get(server)?.value.datacenter === name;
  const matches: Partial<Record<typeof kind, (copy: PlacedCopy) => boolean>> = {
    copy: ({ database, value }) => database.name === name && value.server === second,
    volume: ({ value }) => value.server === name && value.volume === second,
    server: ({ value }) => value.server === name,
    datacenter: ({ value }) => inDatacenter(value.server),
  };
  const isNamed = matches[kind];
  if (!isNamed) {
    const expected = 'a copy, a disk, a server or a datacenter';
    throw new ReplicationError('', `${selector} holds no copies to seed.`, expected, `"${selector}"`);
  }
  return [...databases.values()].flatMap(({ copies }) =>
    copies
      .filter(isNamed)
      .toSorted((a, b) => (a.value.activationPreference ?? 99) - (b.value.activationPreference ?? 99)),
  );
}

interface Planned {
  readonly copy: Omit<SeededCopy, 'doneHours' | 'replayHours'>;
  readonly logsPerDay: number;
  readonly notStated: readonly Pointer[];
  readonly task: SeedTask;
}

function plan(after: Played, targets: readonly PlacedCopy[], lost: Subject, nearest: boolean): Planned[] {
  const { design, state } = after;
  const { servers } = indexDesign(design);
  const { loads, notStated: unknown } = databaseLoads(design);
  const options = replicationOptions(design);
  const copiesIndex = sizingCatalog.versions[design.exchange?.version ?? '2016'].contentIndexReplicated;
  const withIndex = copiesIndex ? 1 + sizingOptions(design).contentIndexFraction : 1;
  const spare = spareRates(after);
  const active = activeServers(after);
  const siteOf = (server: string): string | undefined => servers.get(server)?.value.datacenter;
  const seeded = new Set(targets.map(({ value }) => value));
  const usable = new Set(
    state.dags
      .flatMap(({ partitions }) => partitions.filter(({ hasQuorum }) => hasQuorum))
      .flatMap((side) => side.servers),
  );
  const first = new Map<string, number>();
  return targets.map(({ value, database, dag }, i): Planned => {
    const site = siteOf(value.server);
    const load = loads.get(database.name);
    const local = nearest
      ? (database.copies ?? []).find(
          (copy) => !seeded.has(copy) && !isLagged(copy) && usable.has(copy.server) && siteOf(copy.server) === site,
        )
      : undefined;
    const key = `${database.name}/${site ?? ''}`;
    const waitsFor = nearest && !local ? first.get(key) : undefined;
    if (waitsFor === undefined) first.set(key, i);
    const before = waitsFor === undefined ? undefined : targets[waitsFor];
    const source = before?.value.server ?? local?.server ?? active.get(database.name) ?? null;
    const from = source === null ? undefined : siteOf(source);
    const crossing = from !== undefined && site !== undefined && from !== site;
    const link = crossing ? linkSubject(design, from, site) : null;
    const sizeGB = load ? load.sizeGB * withIndex : null;
    const saved = isOnLink(dag.networkCompression, 'seeding') ? options.logCompressionFraction : 0;
    const isCut = link !== null && link !== lost && state.failed.has(link);
    const adapter = dag.networks?.find(({ kind }) => kind !== 'replication')?.gbps;
    return {
      copy: { database: database.name, server: value.server, source, link, sizeGB },
      notStated: [
        ...(load ? [] : (unknown.get(database.name) ?? [])),
        ...(crossing && !isCut && !spare.has(`${from}/${site}`) ? [bandwidthField(design, from, site)] : []),
      ],
      logsPerDay: (load?.logsPerDay ?? 0) + (load?.moveLogsPerWeek ?? 0) / 7,
      task: {
        sizeMB: (sizeGB ?? 0) * 1024,
        waitsFor,
        limits: [
          { of: source ?? '', MBps: () => (source === null || isCut ? 0 : replicationCatalog.seeding.sourceMBps) },
          ...(adapter === undefined ? [] : [{ of: `adapter ${value.server}`, MBps: () => (adapter * 1000) / 8 }]),
          ...(crossing
            ? [
                {
                  of: `${from}/${site}`,
                  MBps: (hour: number) => (spare.get(`${from}/${site}`)?.[hour] ?? 0) / 8 / (1 - saved || 1),
                },
              ]
            : []),
        ],
      },
    };
  });
}

/** Where the bandwidth between two datacenters would stand; the list of links where none joins them. */
function bandwidthField(design: Design, from: string, to: string): Pointer {
  const link = linkBetween(design, from, to);
  return link ? pointer('links', (design.links ?? []).indexOf(link), 'bandwidthMbps') : pointer('links');
}

/** Mbit/s by hour that each direction has left; absent where its bandwidth is not known. */
function spareRates(after: Played): Map<string, number[]> {
  return new Map(
    loadsOf(after, {}).flatMap(({ from, to, bandwidthMbps, hourlyMbps }) =>
      bandwidthMbps === null
        ? []
        : [[`${from}/${to}`, hourlyMbps.map((mbps) => Math.max(0, bandwidthMbps - mbps))] as const],
    ),
  );
}

function activeServers({ state }: Played): Map<string, string> {
  return new Map(
    state.dags.flatMap(({ table, chosen }) =>
      table.databases.flatMap(({ name }, d) => {
        const copy = table.candidates[chosen[d] ?? -1]?.value;
        return copy ? [[name, copy.server] as const] : [];
      }),
    ),
  );
}
