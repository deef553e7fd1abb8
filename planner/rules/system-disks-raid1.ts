import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const systemDisksRaid1: Rule<{ count: number }> = {
  id: 'system-disks-raid1',
  area: 'servers',
  title: 'Operating system, Exchange and transport database live on one RAID1 pair',
  why: 'The system disk is the one disk whose loss takes the whole server down, so it is mirrored.',
  source: cite('preferredArchitecture', 'A4.8'),
  parameters: { count: { type: 'number', unit: 'disks', description: 'System disks of a server.' } },
  messages: {
    raid: 'The system disks are joined as {raid}; the Preferred Architecture asks for RAID1. {use}',
    count: '{found} for the system; the Preferred Architecture asks for one RAID1 pair. {use}',
  },
  check(design, { count }, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const disks = part(hardware, 'systemDisks', reporter);
      if (!disks) continue;
      const raid = stated(disks, 'raid', reporter);
      const found = stated(disks, 'count', reporter);
      const about = subject.hardware(hardware.value.name);
      const use = useOf(hardware);
      if (raid !== undefined && raid !== 'RAID1') {
        const shown = raid === 'none' ? 'single disks' : raid;
        reporter.report({ messageId: 'raid', subject: about, path: `${disks.path}/raid`, data: { raid: shown, use } });
      }
      if (found !== undefined && found !== count) {
        const data = { found: counted(found, 'disk'), use };
        reporter.report({ messageId: 'count', subject: about, path: `${disks.path}/count`, data });
      }
    }
  },
  fix: (_design, finding, { count }) =>
    finding.messageId === 'raid'
      ? setTo(finding, 'RAID level of the system disks', 'RAID1')
      : setTo(finding, 'number of system disks', count),
};
