import type { Placed, PlacedVolume } from '../design/index.ts';
import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Dag, Design } from '../design/types.ts';
import type { Reporter, DagRule } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const copiesPerDisk: DagRule<{ maximum: number }> = {
  id: 'copies-per-disk',
  area: 'volumes',
  title: 'Each data disk carries as many copies as a database has, four at most',
  why: 'With as many copies on a disk as each database has, a failed disk is rebuilt from several servers at once and costs one active database.',
  source: cite('highAvailabilityChanges', 'A4.11, A5.1'),
  parameters: { maximum: { type: 'number', unit: 'copies', description: 'Most database copies on a disk.' } },
  messages: {
    many: '{volume} carries {found}; the Preferred Architecture asks for {maximum} at most.',
    differs: '{volume} carries {found}, while its databases have {copies}; the two should be equal.',
    autoReseed: 'AutoReseed is told of {told} per volume, while volumes carry {found}.',
  },
  mends: ['autoReseed'],
  checkDag(design, dag, { maximum }, reporter) {
    databasesOf(design, dag, reporter);
    const volumes = carryingVolumes(design, dag, reporter);
    for (const volume of volumes) checkVolume(volume, maximum, reporter);
    checkAutoReseed(dag, Math.max(0, ...volumes.map(({ copies }) => copies.length)), reporter);
  },
  fix(_design, finding) {
    const found = finding.data['most'];
    return finding.messageId === 'autoReseed' && typeof found === 'number'
      ? setTo(finding, 'database copies per volume', found)
      : undefined;
  },
};

/** The volumes that carry copies; a server with a copy whose volume is not stated has none that can be judged. */
function carryingVolumes(design: Design, dag: Placed<Dag>, reporter: Reporter): PlacedVolume[] {
  return membersOf(design, dag, reporter).flatMap((server) => {
    const complete = server.copies.every((copy) => stated(copy, 'volume', reporter) !== undefined);
    return complete ? server.volumes.filter((volume) => volume.copies.length > 0) : [];
  });
}

function checkVolume(volume: PlacedVolume, maximum: number, reporter: Reporter): void {
  const found = volume.copies.length;
  const copies = Math.max(...volume.copies.map(({ database }) => database.copies?.length ?? 0));
  if (found <= maximum && found === copies) return;
  reporter.report({
    messageId: found > maximum ? 'many' : 'differs',
    subject: subject.volume(volume.server.name, volume.value.name),
    path: volume.path,
    data: { volume: volume.value.name, found: copyCount(found), copies: copyCount(copies) },
  });
}

function checkAutoReseed(dag: Placed<Dag>, most: number, reporter: Reporter): void {
  const told = stated(dag, 'autoDagDatabaseCopiesPerVolume', reporter);
  if (told === undefined || most === 0 || told === most) return;
  reporter.report({
    messageId: 'autoReseed',
    subject: subject.dag(dag.value.name),
    path: `${dag.path}/autoDagDatabaseCopiesPerVolume`,
    data: { told: copyCount(told), found: `up to ${most}`, most },
  });
}

function copyCount(count: number): string {
  return counted(count, 'copy', 'copies');
}
