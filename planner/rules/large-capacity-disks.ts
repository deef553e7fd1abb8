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
  title: 'Data disks are 7,200 RPM SAS',
  why: 'Exchange needs little I/O and much room, which large, slow disks give cheapest; SAS gives more I/O and fails less than SATA.',
  source: cite('preferredArchitecture', 'A4.10'),
  parameters: {
    rpm: { type: 'number', unit: 'RPM', description: 'Rotational speed of data disks.' },
    interface: { type: 'string', description: 'How data disks are attached.' },
  },
  messages: {
    rpm: '{found} RPM for {disks}; the Preferred Architecture asks for large-capacity disks at {rpm} RPM.',
    solidState: 'Solid state for {disks}; the Preferred Architecture asks for large-capacity disks at {rpm} RPM.',
    interface: '{found} for {disks}; the Preferred Architecture asks for {interface}.',
  },
  check(design, wanted, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const disk = part(hardware, 'dataDisk', reporter);
      if (!disk) continue;
      stated(disk, 'rpm', reporter);
      stated(disk, 'interface', reporter);
      judge(disk, 'data disks', subject.hardware(hardware.value.name), wanted, reporter);
    }
    for (const volume of eachDataVolume(design, reporter)) {
      const { name } = volume.value;
      judge(volume, name, subject.volume(volume.server.name, name), wanted, reporter);
    }
  },
};

/** Judges what a disk states; a volume that states nothing of its own has its hardware's disk. */
function judge(
  disk: Placed<DataDisk | Volume>,
  disks: string,
  about: Subject,
  wanted: Wanted,
  reporter: Reporter,
): void {
  const { rpm, interface: attachment } = disk.value;
  if (rpm !== undefined && rpm !== wanted.rpm) {
    const messageId = rpm === 0 ? 'solidState' : 'rpm';
    reporter.report({ messageId, subject: about, path: `${disk.path}/rpm`, data: { disks, found: rpm } });
  }
  if (attachment !== undefined && attachment !== wanted.interface) {
    const data = { disks, found: attachment };
    reporter.report({ messageId: 'interface', subject: about, path: `${disk.path}/interface`, data });
  }
}
