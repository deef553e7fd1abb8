import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const physicalServer: Rule = {
  id: 'physical-server',
  area: 'servers',
  title: 'Servers are physical',
  why: 'Servers are sized to use most of their capacity in the worst failure; virtualization adds overhead, a layer and recovery modes of its own.',
  source: cite('preferredArchitecture', 'A4.1'),
  parameters: {},
  messages: { virtual: 'Virtual servers; the Preferred Architecture asks for physical servers. {use}' },
  check(design, _parameters, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      if (stated(hardware, 'physical', reporter) !== false) continue;
      reporter.report({
        messageId: 'virtual',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/physical`,
        data: { use: useOf(hardware) },
      });
    }
  },
};
