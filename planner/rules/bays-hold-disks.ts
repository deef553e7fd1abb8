import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Reporter, Rule } from './rule.ts';
import { eachUsedHardware, type UsedHardware } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const baysHoldDisks: Rule = {
  id: 'bays-hold-disks',
  area: 'servers',
  title: 'The drive bays hold the system, data, spare and restore disks',
  why: 'Every volume is a disk of its own, and every disk needs a bay.',
  source: cite('preferredArchitecture', 'A4.7, A4.8, A5.2', 'derived'),
  parameters: {},
  messages: {
    overfull: '{server} needs {disks} ({system} for the system, {volumes} for volumes), and there are {bays}.',
  },
  check(design, _parameters, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const bays = stated(hardware, 'bays', reporter);
      const system = part(hardware, 'systemDisks', reporter);
      const systemDisks = system && stated(system, 'count', reporter);
      const layout = part(hardware, 'dataDisk', reporter);
      const oneDiskEach = layout && ['JBOD', 'RAID0-single'].includes(stated(layout, 'layout', reporter) ?? '');
      const fullest = fullestServer(hardware, reporter);
      if (bays === undefined || systemDisks === undefined || !oneDiskEach || !fullest) continue;
      const disks = systemDisks + fullest.volumes.length;
      if (disks <= bays) continue;
      reporter.report({
        messageId: 'overfull',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/bays`,
        data: {
          server: fullest.value.name,
          disks: counted(disks, 'disk'),
          system: systemDisks,
          volumes: fullest.volumes.length,
          bays: counted(bays, 'bay'),
        },
      });
    }
  },
};

/** The server with the most volumes, the first of them on a tie. */
function fullestServer(hardware: UsedHardware, reporter: Reporter): UsedHardware['servers'][number] | undefined {
  const withVolumes = hardware.servers.filter((server) => stated(server, 'volumes', reporter) !== undefined);
  const most = Math.max(...withVolumes.map((server) => server.volumes.length));
  return withVolumes.find((server) => server.volumes.length === most);
}
