import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const dualSocket: Rule<{ sockets: number }> = {
  id: 'dual-socket',
  area: 'servers',
  title: 'Servers have two sockets',
  why: 'The commodity server has two sockets; larger machines cost more and take more with them when they fail.',
  source: cite('preferredArchitecture', 'A4.2'),
  parameters: { sockets: { type: 'number', unit: 'sockets', description: 'Processor sockets of a server.' } },
  messages: { sockets: '{found}; the Preferred Architecture asks for {sockets}. {use}' },
  check(design, { sockets }, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const found = stated(hardware, 'sockets', reporter);
      if (found === undefined || found === sockets) continue;
      reporter.report({
        messageId: 'sockets',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/sockets`,
        data: { found: counted(found, 'socket'), use: useOf(hardware) },
      });
    }
  },
  fix: (_design, finding, { sockets }) => setTo(finding, 'sockets', sockets),
};
