import { given, type Figure } from '../figure.ts';
import { figure, formula, NotStated, once, type Recipe } from '../formula.ts';
import { bays } from '../recipes/bays.ts';
import { backgroundMaintenance, databaseReads, databaseWrites, logIOPS, logReads, logWrites } from '../recipes/io.ts';
import { calculator } from '../source.ts';
import { iopsPerMailbox, readFraction } from '../tier/load.ts';
import { total } from '../total.ts';
import { formattedGB, maximumDatabaseSizeGB } from '../volume.ts';
import { isRaidSet } from '../volumeDisk.ts';
import { activeDatabases } from './activation.ts';
import { databaseIOPS, databaseSize, logSpace } from './databases.ts';
import type { DatabaseScope, ServerScope } from './sheet.ts';
import { alike, byTier, costsOf, weigh, type Shared } from './sums.ts';
import { volumeSize } from './volumes.ts';

// What a server hosts, from the design's own placement.

const counted = 'The design';

export const copiesPerServer = figure('copiesPerServer', (server: ServerScope) =>
  count('copies', server.load.copies, `copies whose server this is: ${server.placed.path}`),
);

export const dataVolumesPerServer = figure('dataVolumesPerServer', (server: ServerScope) =>
  count(
    'volumes',
    server.placed.volumes.filter(({ copies }) => copies.length > 0).length,
    `volumes that hold copies: ${server.placed.path}/volumes`,
  ),
);

export const restoreVolumesPerServer = figure('restoreVolumesPerServer', (server: ServerScope) =>
  count('volumes', inRole(server, 'restore'), `volumes for restores: ${server.placed.path}/volumes`),
);

export const spareVolumesPerServer = figure('spareVolumesPerServer', (server: ServerScope) =>
  count('volumes', inRole(server, 'spare'), `spare volumes: ${server.placed.path}/volumes`),
);

export const hostedMailboxes = figure('hostedMailboxes', (server: ServerScope) => {
  if (!isKnown(server)) return undefined;
  const mailboxes = hosted(server);
  return formula({
    unit: 'mailboxes',
    words: 'Σ(mailboxes)',
    of: { mailboxes },
    value: (values) => total(values.mailboxes),
    source: counted,
  });
});

export const databaseSpacePerServer = figure('databaseSpacePerServer', (server: ServerScope) =>
  ofCopies(server, 'GB', 'size', databaseSize, calculator('A5')),
);

export const logSpacePerServer = figure('logSpacePerServer', (server: ServerScope) =>
  ofCopies(server, 'GB', 'logs', logSpace, calculator('A6')),
);

/** Room that its volumes need with all reserves; absent where a copy stands on no volume. */
export const volumeSpacePerServer = figure('volumeSpacePerServer', (server: ServerScope) => {
  const volumes = server.volumes.flatMap((volume) => volumeSize(volume) ?? []);
  const held = server.volumes.reduce((sum, { placed }) => sum + placed.copies.length, 0);
  if (volumes.length < server.volumes.length || held < server.load.copies) return undefined;
  return formula({
    unit: 'GB',
    words: 'Σ(volume)',
    of: { volume: volumes },
    value: (values) => total(values.volume),
    source: calculator('A5'),
  });
});

export const serverIOPS = figure('serverIOPS', (server: ServerScope) =>
  ofCopies(server, 'IOPS', 'IOPS', databaseIOPS, calculator('A7')),
);

/** Reads as a share of the I/O of its copies. */
export const databaseReadFraction = figure('databaseReadFraction', (server: ServerScope) => {
  if (!isKnown(server)) return undefined;
  const mailboxes = hosted(server);
  const costs = costsOf(server.sheet, mailboxes, iopsPerMailbox);
  const reads = costsOf(server.sheet, mailboxes, readFraction);
  const all = weigh(
    mailboxes.map(({ value }) => value),
    costs.map(({ value }) => value),
  );
  if (all === 0)
    return formula({
      unit: '1',
      words: '0; there is no I/O',
      of: { IOPS: costs },
      value: () => 0,
      source: calculator('A7'),
    });
  return formula({
    unit: '1',
    words: 'Σ(mailboxes × IOPS × reads) ÷ Σ(mailboxes × IOPS)',
    of: { mailboxes, IOPS: costs, reads },
    value: (values) =>
      weigh(
        values.mailboxes,
        values.IOPS.map((iops, i) => iops * (values.reads[i] ?? 0)),
      ) / all,
    source: calculator('A7'),
  });
});

export const databaseReadsPerServer = figure('databaseReadsPerServer', (server: ServerScope) =>
  split(server, databaseReads),
);

export const databaseWritesPerServer = figure('databaseWritesPerServer', (server: ServerScope) =>
  split(server, databaseWrites),
);

export const logWritesPerServer = figure('logWritesPerServer', (server: ServerScope) => {
  const writes = databaseWritesPerServer(server);
  return writes && logWrites(writes, server.sheet.replicated);
});

export const logReadsPerServer = figure('logReadsPerServer', (server: ServerScope) => {
  const writes = logWritesPerServer(server);
  const judged = server.modes.find(({ mode }) => mode === server.load.judgedMode);
  return (
    writes && judged && logReads(writes, copiesPerServer(server), activeDatabases(judged), server.sheet.replicated)
  );
});

export const logIOPSPerServer = figure('logIOPSPerServer', (server: ServerScope) => {
  const writes = logWritesPerServer(server);
  const reads = logReadsPerServer(server);
  return writes && reads && logIOPS(writes, reads);
});

export const backgroundMaintenancePerServer = figure('backgroundMaintenancePerServer', (server: ServerScope) =>
  backgroundMaintenance(copiesPerServer(server)),
);

/** System, data, restore and spare disks, one a volume; absent where RAID sets take a number of disks that nothing states. */
export const disksPerServer = figure('disksPerServer', (server: ServerScope) => {
  const { dataDisk, systemDisks } = server.placed.hardware?.value ?? {};
  if (dataDisk && isRaidSet(dataDisk)) return undefined;
  if (systemDisks?.count === undefined) throw new NotStated(`${server.hardware.pathOf('systemDisks')}/count`);
  return formula({
    unit: 'disks',
    words: 'system + volumes',
    of: {
      system: given(systemDisks.count, 'disks', `${server.hardware.pathOf('systemDisks')}/count`),
      volumes: given(server.placed.volumes.length, 'disks', `one for each of ${server.placed.path}/volumes`),
    },
    value: ({ system, volumes }) => system + volumes,
    source: counted,
  });
});

/** Disks that the server model has room for. */
export const driveBays = figure('driveBays', ({ hardware }: ServerScope) => bays(hardware));

/** The largest database that the server's disks leave room for, several of them on each. */
export const maximumDatabaseSize = figure('maximumDatabaseSize', ({ sheet, placed }: ServerScope) => {
  const rawGB = placed.hardware?.value.dataDisk?.capacityGB;
  const most = Math.max(0, ...placed.volumes.map(({ copies }) => copies.length));
  if (rawGB === undefined || most < 2) return undefined;
  return formula({
    unit: 'GB',
    words: 'min(disk ÷ databases × (1 − free) ÷ (1 + index + index ÷ databases), largest to plan)',
    of: {
      disk: given(formattedGB(rawGB), 'GB', `${placed.hardware?.path ?? ''}/dataDisk/capacityGB, formatted`),
      databases: given(most, 'databases', 'the most on a volume'),
      free: sheet.sizing.get('volumeFreeFraction'),
      index: sheet.sizing.get('contentIndexFraction'),
      largestToPlan: sheet.sizing.get('maximumDatabaseSizeGB'),
    },
    value: ({ disk, databases, free, index, largestToPlan }) =>
      Math.min(
        maximumDatabaseSizeGB(disk, databases, { volumeFreeFraction: free, contentIndexFraction: index }),
        largestToPlan,
      ),
    source: `${calculator('A5')}, which keeps no room for restores or logs here`,
  });
});

/** Whether the mailboxes of all its databases are known. */
export function isKnown({ sheet, placed }: ServerScope): boolean {
  return placed.copies.every(({ database }) => sheet.databases.get(database.name)?.load !== undefined);
}

/** The mailboxes of all its databases, by tier. */
export const hosted = once(({ placed }: ServerScope) => {
  const databases = placed.copies.map(({ database }) => database);
  return byTier(databases, 'of the databases with a copy on the server');
});

/** The first database of each kind that has copies on the server, and how many copies the kind has. */
const kinds = once(({ sheet, placed }: ServerScope) => {
  const found = new Map<number, { readonly database: DatabaseScope; count: number }>();
  for (const copy of placed.copies) {
    const database = sheet.databases.get(copy.database.name);
    if (!database) throw new NotStated(copy.path);
    const kind = found.get(database.kind);
    if (kind) kind.count++;
    else found.set(database.kind, { database, count: 1 });
  }
  return [...found.values()];
});

/** What the copies of a server take together. @param what one takes, in words */
function ofCopies(
  server: ServerScope,
  unit: string,
  what: string,
  cost: (database: DatabaseScope) => Figure<number> | undefined,
  source: string,
): Recipe<number> {
  const figures = kinds(server).map(({ database, count }): Shared => {
    const found = cost(database);
    if (!found) throw new NotStated(database.placed.path);
    return { figure: found, count };
  });
  const { counts, each } = alike(figures, 'copies');
  return formula({
    unit,
    words: `Σ(copies × ${what})`,
    of: { copies: counts, [what]: each },
    value: (values) => weigh(values.copies, values[what] as readonly number[]),
    source,
  });
}

function split(server: ServerScope, part: typeof databaseReads): Recipe<number> | undefined {
  const reads = databaseReadFraction(server);
  return reads && part(serverIOPS(server), reads);
}

function count(unit: string, value: number, source: string): Recipe<number> {
  return formula({
    unit,
    words: unit,
    of: { [unit]: given(value, unit, source) },
    value: () => value,
    source: counted,
  });
}

function inRole({ placed }: ServerScope, role: 'spare' | 'restore'): number {
  return placed.volumes.filter(({ value }) => value.role === role).length;
}
