import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const driveBays: Rule<{ minimum: number }> = {
  id: 'drive-bays',
  area: 'servers',
  title: 'Servers have 12 or more drive bays',
  why: 'Cheap, large disks inside the server carry the databases; with fewer bays the server idles beside external storage.',
  source: cite('preferredArchitecture', 'A4.7'),
  parameters: {
    minimum: { type: 'number', unit: 'bays', description: 'Fewest drive bays, those of attached enclosures included.' },
  },
  messages: { few: '{found}; the Preferred Architecture asks for {minimum} or more. {use}' },
  check(design, { minimum }, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const bays = stated(hardware, 'bays', reporter);
      if (bays === undefined || bays >= minimum) continue;
      reporter.report({
        messageId: 'few',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/bays`,
        data: { found: counted(bays, 'drive bay'), use: useOf(hardware) },
      });
    }
  },
};
