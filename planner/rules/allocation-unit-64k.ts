import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { dataVolumesIn } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const allocationUnit64k: DagRule<{ allocationUnitKB: number }> = {
  id: 'allocation-unit-64k',
  area: 'volumes',
  title: 'Data volumes have an allocation unit of 64 KB',
  why: 'The storage guidance gives 64 KB for volumes with databases, NTFS and ReFS alike.',
  source: cite('storage', 'A4.18'),
  parameters: { allocationUnitKB: { type: 'number', unit: 'KB', description: 'Allocation unit of data volumes.' } },
  messages: { unit: '{volume} has an allocation unit of {found} KB; database volumes want {allocationUnitKB} KB.' },
  checkDag(design, dag, { allocationUnitKB }, reporter) {
    for (const volume of dataVolumesIn(design, dag, reporter)) {
      const found = stated(volume, 'allocationUnitKB', reporter);
      if (found === undefined || found === allocationUnitKB) continue;
      const { name } = volume.value;
      reporter.report({
        messageId: 'unit',
        subject: subject.volume(volume.server.name, name),
        path: `${volume.path}/allocationUnitKB`,
        data: { volume: name, found },
      });
    }
  },
  fix: (_design, finding, { allocationUnitKB }) =>
    setTo(finding, 'allocation unit', allocationUnitKB, `${allocationUnitKB} KB`),
};
