import { indexDesign } from '../design/index.ts';
import { formatCount } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { reseedSources } from '../layout/index.ts';
import type { DagRule } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const reseedParallelism: DagRule<{ maximum: number }> = {
  id: 'reseed-parallelism',
  area: 'volumes',
  title: 'The copies of a failed disk are seeded again from several servers at once',
  why: 'One source sends about 20 MB/s. Where one server holds the active copies of most of a disk, they are sent one after the other and the disk stays lost for longer.',
  source: cite('highAvailabilityChanges', 'A5.7, A9.3', 'derived'),
  parameters: {
    maximum: {
      type: 'number',
      unit: 'copies',
      description:
        'Most copies of a disk that one server sends; the published layouts of 2 + 2 and 4 + 4 servers reach 2.',
    },
  },
  messages: {
    fewSources:
      '{disks} of {all} disks would be seeded again with more than {maximum} copies from one server; for {volume} on {server}, {source} would send {copies}.',
  },
  checkDag(design, dag, { maximum }, reporter) {
    const { databases } = indexDesign(design);
    const copies = databasesOf(design, dag, reporter).flatMap((database) => database.copies);
    const isStated = copies.map(
      (copy) =>
        stated(copy, 'volume', reporter) !== undefined && stated(copy, 'activationPreference', reporter) !== undefined,
    );
    if (isStated.includes(false)) return;
    const disks = membersOf(design, dag, reporter).flatMap(({ volumes }) =>
      volumes.filter((volume) => volume.copies.length > 0),
    );
    const slow = disks.flatMap((disk) => {
      const busiest = busiestSource(reseedSources(disk, (name) => databases.get(name)));
      return busiest && busiest.copies > maximum ? [{ disk, ...busiest }] : [];
    });
    const [worst] = slow.toSorted((a, b) => b.copies - a.copies);
    if (!worst) return;
    reporter.report({
      messageId: 'fewSources',
      subject: subject.dag(dag.value.name),
      path: `${dag.path}/databases`,
      data: {
        disks: formatCount(slow.length),
        all: formatCount(disks.length),
        volume: worst.disk.value.name,
        server: worst.disk.server.name,
        source: worst.source,
        copies: worst.copies,
      },
    });
  },
};

function busiestSource(
  sources: ReadonlyMap<string, number>,
): { readonly source: string; readonly copies: number } | undefined {
  const [busiest] = [...sources].sort(([, a], [, b]) => b - a);
  return busiest && { source: busiest[0], copies: busiest[1] };
}
