import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const batteryBackedWriteCache: Rule = {
  id: 'battery-backed-write-cache',
  area: 'servers',
  title: 'Disk controllers have a battery-backed write cache',
  why: 'The cache makes slow, large disks answer writes at once, and the battery keeps them over a power loss.',
  source: cite('preferredArchitecture', 'A4.6'),
  parameters: {},
  messages: {
    without: 'The disk controller has no battery-backed write cache; the Preferred Architecture asks for one. {use}',
  },
  check(design, _parameters, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      if (stated(hardware, 'batteryBackedWriteCache', reporter) !== false) continue;
      reporter.report({
        messageId: 'without',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/batteryBackedWriteCache`,
        data: { use: useOf(hardware) },
      });
    }
  },
  fix: (_design, finding) => turn(finding, 'the battery-backed write cache', true),
};
