import { counted } from '../design/format.ts';
import { specIntEdits } from '../design/specInt.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const coreCount: Rule<{ minimum: number; maximum: number }> = {
  id: 'core-count',
  area: 'servers',
  title: 'Servers have as many cores as the Preferred Architecture asks for',
  why: 'Exchange scales out, not up: more, smaller servers lose less in a failure than fewer, dense ones.',
  source: cite('preferredArchitecture', 'A4.3, A4.16'),
  parameters: {
    minimum: { type: 'number', unit: 'cores', description: 'Fewest physical cores; 0 for no lower bound.' },
    maximum: { type: 'number', unit: 'cores', description: 'Most physical cores.' },
  },
  messages: {
    many: '{found}; the Preferred Architecture asks for {range}, so that load spreads over more, smaller servers. {use}',
    few: '{found}; the Preferred Architecture asks for {range}. {use}',
  },
  check(design, { minimum, maximum }, reporter) {
    const range = minimum > 0 ? `${minimum} to ${maximum}` : `at most ${maximum}`;
    for (const hardware of eachUsedHardware(design, reporter)) {
      const cores = stated(hardware, 'cores', reporter);
      if (cores === undefined || (cores >= minimum && cores <= maximum)) continue;
      reporter.report({
        messageId: cores > maximum ? 'many' : 'few',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/cores`,
        data: { found: counted(cores, 'core'), range, use: useOf(hardware) },
      });
    }
  },
  fix(design, finding, { minimum, maximum }) {
    const cores = finding.messageId === 'many' ? maximum : minimum;
    const command = setTo(finding, 'cores', cores);
    return { ...command, edits: [...command.edits, ...specIntEdits(design, finding.path, cores)] };
  },
};
