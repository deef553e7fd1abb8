import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { preferredCopy } from './support/preferred.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const oneActiveCopyPerDisk: DagRule = {
  id: 'one-active-copy-per-disk',
  area: 'volumes',
  title: 'In the normal state a disk carries one active copy at most',
  why: 'An active copy asks for most of the I/O; with one on each disk the load is even and a lost disk moves one database.',
  source: cite('preferredArchitecture', 'A4.12'),
  parameters: {},
  messages: {
    several: '{volume} carries the preferred copies of {databases}; the Preferred Architecture asks for one at most.',
  },
  checkDag(design, dag, _parameters, reporter) {
    const preferred = new Set(
      databasesOf(design, dag, reporter).map((database) => preferredCopy(database, reporter)?.value),
    );
    for (const server of membersOf(design, dag, reporter)) {
      for (const copy of server.copies) stated(copy, 'volume', reporter);
      for (const volume of server.volumes) {
        const active = volume.copies.filter(({ value }) => preferred.has(value));
        if (active.length <= 1) continue;
        reporter.report({
          messageId: 'several',
          subject: subject.volume(server.value.name, volume.value.name),
          path: volume.path,
          data: { volume: volume.value.name, databases: active.map(({ database }) => database.name).join(', ') },
        });
      }
    }
  },
};
