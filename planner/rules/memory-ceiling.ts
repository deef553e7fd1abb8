import { indexDesign } from '../design/index.ts';
import { parseSubject, subject } from '../design/subject.ts';
import { serverLoads } from '../sizing/index.ts';
import type { Rule } from './rule.ts';
import { eachUsedHardware } from './support/each.ts';
import { useOf } from './support/hardware.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const memoryCeiling: Rule<{ maximumGB: number; alsoPrintedGB: number }> = {
  id: 'memory-ceiling',
  area: 'servers',
  title: 'Servers have at most the recommended memory',
  why: 'The recommended maximum keeps servers commodity machines of a size that is well tried; what needs more is spread over more servers.',
  source: cite('preferredArchitecture', 'A4.4, A4.5'),
  parameters: {
    maximumGB: { type: 'number', unit: 'GB', description: 'Most memory of a server.' },
    alsoPrintedGB: {
      type: 'number',
      unit: 'GB',
      description:
        'Another figure in print for the same maximum, accepted as such: the article of May 2015 says 196 GB, later documents 192 GB.',
    },
  },
  messages: { much: '{found} GB of memory; the Preferred Architecture asks for {maximumGB} GB at most. {use}' },
  check(design, { maximumGB, alsoPrintedGB }, reporter) {
    for (const hardware of eachUsedHardware(design, reporter)) {
      const found = stated(hardware, 'memoryGB', reporter);
      if (found === undefined || found <= maximumGB || found === alsoPrintedGB) continue;
      reporter.report({
        messageId: 'much',
        subject: subject.hardware(hardware.value.name),
        path: `${hardware.path}/memoryGB`,
        data: { found, use: useOf(hardware) },
      });
    }
  },
  fix(design, finding, { maximumGB }) {
    const model = parseSubject(finding.subject)?.name;
    const { servers } = indexDesign(design);
    const needs = serverLoads(design)
      .filter(({ server }) => servers.get(server)?.value.hardware === model)
      .map(({ memoryRequiredGB = 0 }) => memoryRequiredGB);
    // Less than the load needs would only change one finding for another.
    if (Math.max(...needs) > maximumGB) return undefined;
    return setTo(finding, 'memory', maximumGB, `${maximumGB} GB`);
  },
};
