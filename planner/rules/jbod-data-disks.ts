import { applyCommand } from '../design/edit.ts';
import { subject } from '../design/subject.ts';
import type { Design } from '../design/types.ts';
import type { Rule } from './rule.ts';
import { jbodNeedsHaCopies } from './jbod-needs-ha-copies.ts';
import { eachDag, eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const jbodDataDisks: Rule<{ accepted: readonly string[] }> = {
  id: 'jbod-data-disks',
  area: 'servers',
  title: 'Data disks are JBOD',
  why: 'Four copies of each database replace RAID: a failed disk is an event for AutoReseed, not for the controller.',
  source: cite('preferredArchitecture', 'A4.9'),
  parameters: {
    accepted: {
      type: 'strings',
      description:
        'Layouts that do; the first is the one to choose. RAID0 of one disk is for controllers that cache only RAID sets.',
    },
  },
  messages: { raid: 'The data disks are {found}; the Preferred Architecture asks for JBOD. {use}' },
  check(design, { accepted }, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const disk = part(hardware, 'dataDisk', reporter);
      const found = disk && stated(disk, 'layout', reporter);
      if (!disk || found === undefined || accepted.includes(found)) continue;
      reporter.report({
        messageId: 'raid',
        subject: subject.hardware(hardware.value.name),
        path: `${disk.path}/layout`,
        data: { found, use: useOf(hardware) },
      });
    }
  },
  fix(design, finding, { accepted }) {
    const [layout] = accepted;
    if (layout === undefined) return undefined;
    const command = setTo(finding, 'data disk layout', layout);
    return copiesAllowJbod(applyCommand(design, command).design, accepted) ? command : undefined;
  },
};

/** Whether all databases on JBOD have the copies that it needs (facts A4.20); not where the design does not state enough to tell. */
function copiesAllowJbod(design: Design, layouts: readonly string[]): boolean {
  let allowed = true;
  const refuse = (): void => {
    allowed = false;
  };
  const reporter = { report: refuse, notStated: refuse };
  for (const dag of eachDag(design, reporter)) jbodNeedsHaCopies.checkDag(design, dag, { layouts }, reporter);
  return allowed;
}
