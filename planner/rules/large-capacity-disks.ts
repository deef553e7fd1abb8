import type { Placed } from '../design/index.ts';
import { subject, type Subject } from '../design/subject.ts';
import type { DataDisk, Volume } from '../design/types.ts';
import type { Reporter, Rule } from './rule.ts';
import { eachDataVolume, eachUsedHardware } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

type Wanted = { rpm: number; interface: string };

export const largeCapacityDisks: Rule<Wanted> = {
  id: 'large-capacity-disks',
  area: 'servers',
  title: 'Data disks are large 7,200 RPM SAS disks',
  why: 'Exchange needs little I/O and much room, which large, slow disks give cheapest; SAS gives more I/O and fails less than SATA.',
  source: cite('preferredArchitecture', 'A4.10'),
  parameters: {
    rpm: { type: 'number', unit: 'RPM', description: 'Rotational speed of data disks.' },
    interface: { type: 'string', description: 'How data disks are attached.' },
  },
  messages: {
    rpm: 'Data disks at {found} RPM; the Preferred Architecture asks for large-capacity disks at {rpm} RPM.',
    solidState: 'Data disks are solid state; the Preferred Architecture asks for large-capacity disks at {rpm} RPM.',
    interface: 'Data disks are {found}; the Preferred Architecture asks for {interface}.',
  },
  check(design, wanted, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const disk = part(hardware, 'dataDisk', reporter);
      if (!disk) continue;
      stated(disk, 'rpm', reporter);
      stated(disk, 'interface', reporter);
      judge(disk, subject.hardware(hardware.value.name), wanted, reporter);
    }
    for (const volume of eachDataVolume(design, reporter)) {
      judge(volume, subject.volume(volume.server.name, volume.value.name), wanted, reporter);
    }
  },
};

/** Judges what a disk states; a volume that states nothing of its own has its hardware's disk. */
function judge(disk: Placed<DataDisk | Volume>, about: Subject, wanted: Wanted, reporter: Reporter): void {
  const { rpm, interface: attachment } = disk.value;
  if (rpm !== undefined && rpm !== wanted.rpm) {
    const messageId = rpm === 0 ? 'solidState' : 'rpm';
    reporter.report({ messageId, subject: about, path: `${disk.path}/rpm`, data: { found: rpm } });
  }
  if (attachment !== undefined && attachment !== wanted.interface) {
    const data = { found: attachment };
    reporter.report({ messageId: 'interface', subject: about, path: `${disk.path}/interface`, data });
  }
}
