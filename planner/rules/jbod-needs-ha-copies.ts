import { indexDesign, type PlacedCopy, type PlacedDatabase } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Design } from '../design/types.ts';
import type { Reporter, DagRule } from './rule.ts';
import { byLag, copyDatacenters, tally } from './support/copies.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { turn } from './support/mend.ts';
import { preferredCopy } from './support/preferred.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const jbodNeedsHaCopies: DagRule<{ layouts: readonly string[] }> = {
  id: 'jbod-needs-ha-copies',
  area: 'copies',
  title: 'Databases on JBOD have the copies that replace RAID',
  why: 'On JBOD a failed disk is a lost copy; enough others must stand in, and a lagged one must be able to play down.',
  source: cite('storage', 'A4.20, A8.3; sizing A7'),
  parameters: { layouts: { type: 'strings', description: 'Disk layouts without redundancy.' } },
  messages: {
    shared:
      '{database} has {found}. JBOD needs two copies in every datacenter; the home datacenter may do with three copies in total. Use RAID or add copies.',
    alone:
      '{database} is alone on JBOD disks and has {found}; a datacenter needs two highly available copies of three or more.',
    laggedAlone:
      'The lagged copy of {database} is alone on a JBOD disk of {server}; one lagged copy in a datacenter needs RAID.',
    playDown:
      'Lagged copies share JBOD disks with others, and Replay Lag Manager is off; they need to play down automatically.',
  },
  mends: ['playDown'],
  checkDag(design, dag, { layouts }, reporter) {
    const databases = databasesOf(design, dag, reporter);
    const onJbod = databases.filter((database) => liesOn(design, database, layouts, reporter));
    const volumes = membersOf(design, dag, reporter).flatMap((member) => member.volumes);
    const sharing = new Set(
      volumes.filter(({ copies }) => copies.length > 1).flatMap(({ copies }) => copies.map(({ database }) => database)),
    );
    const shared = onJbod.filter(({ value }) => sharing.has(value));
    const manager = stated(dag, 'replayLagManagerEnabled', reporter);
    if (manager === false && shared.some((database) => byLag(database, reporter)?.lagged.length)) {
      const about = subject.dag(dag.value.name);
      reporter.report({ messageId: 'playDown', subject: about, path: `${dag.path}/replayLagManagerEnabled` });
    }
    for (const database of onJbod) {
      if (sharing.has(database.value)) checkShared(design, database, reporter);
      else checkAlone(design, database, reporter);
    }
  },
  fix: (_design, finding) => (finding.messageId === 'playDown' ? turn(finding, 'Replay Lag Manager', true) : undefined),
};

/** Whether a copy of the database lies on a disk without redundancy. Copies must state where they lie; what is missing is told. */
function liesOn(design: Design, database: PlacedDatabase, layouts: readonly string[], reporter: Reporter): boolean {
  const volumes = database.copies.map((copy) => stated(copy, 'volume', reporter));
  const found = database.copies.map((copy) => {
    const server = indexDesign(design).servers.get(copy.value.server);
    const hardware = server && stated(server, 'hardware', reporter) !== undefined ? server.hardware : undefined;
    const disk = hardware && part(hardware, 'dataDisk', reporter);
    return disk && stated(disk, 'layout', reporter);
  });
  return !volumes.includes(undefined) && found.some((layout) => layout !== undefined && layouts.includes(layout));
}

/** Three highly available copies do for the datacenter of the preferred one; any other, and any with fewer, wants two in each of two. */
function checkShared(design: Design, database: PlacedDatabase, reporter: Reporter): void {
  const datacenters = copyDatacenters(design, database.copies, reporter);
  const available = byLag(database, reporter)?.available.length;
  const first = preferredCopy(database, reporter);
  if (!datacenters || available === undefined || !first) return;
  const home = datacenters[database.copies.indexOf(first)];
  const counts = [...tally(datacenters)];
  const twoInEach = counts.length > 1 && counts.every(([, count]) => count >= 2);
  if (twoInEach || (available >= 3 && counts.every(([name, count]) => name === home || count >= 2))) return;
  report(database, 'shared', datacenters, reporter);
}

function checkAlone(design: Design, database: PlacedDatabase, reporter: Reporter): void {
  const copies = byLag(database, reporter);
  if (!copies) return;
  const available = copyDatacenters(design, copies.available, reporter);
  const lagged = copyDatacenters(design, copies.lagged, reporter);
  if (!available || !lagged) return;
  if (available.length < 3 || [...tally(available).values()].some((count) => count < 2)) {
    report(database, 'alone', available, reporter);
  }
  const laggedIn = tally(lagged);
  copies.lagged.forEach((copy, i) => {
    if ((laggedIn.get(lagged[i] ?? '') ?? 0) < 2) reportLagged(database, copy, reporter);
  });
}

function report(database: PlacedDatabase, messageId: string, datacenters: readonly string[], reporter: Reporter): void {
  const { name } = database.value;
  const found = [...tally(datacenters)].map(([datacenter, count]) => `${count} in ${datacenter}`).join(', ');
  reporter.report({
    messageId,
    subject: subject.database(name),
    path: `${database.path}/copies`,
    data: { database: name, found: found || 'none' },
  });
}

function reportLagged(database: PlacedDatabase, copy: PlacedCopy, reporter: Reporter): void {
  const { name } = database.value;
  const { server } = copy.value;
  reporter.report({
    messageId: 'laggedAlone',
    subject: subject.copy(name, server),
    path: `${copy.path}/volume`,
    data: { database: name, server },
  });
}
