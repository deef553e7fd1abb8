import { formatPercent } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { sizingOptions } from '../sizing/index.ts';
import type { Rule } from './rule.ts';
import { eachLoadedServer } from './support/loads.ts';
import { nameOf } from './support/mend.ts';
import { cite } from './support/sources.ts';

export const cpuWorstFailure: Rule<{ limit: number; capacity: number }> = {
  id: 'cpu-worst-failure',
  area: 'servers',
  title: 'CPU stays within the limit in the failure the design is made for',
  why: 'Servers are sized so that the worst failure they must carry leaves room for peaks; beyond their capacity they do not carry it at all.',
  source: cite('preferredArchitecture', 'A4.1; sizing A2', 'derived'),
  parameters: {
    limit: { type: 'number', description: 'Fraction of the CPU that the design failure may use.' },
    capacity: { type: 'number', description: 'Fraction beyond which the server cannot carry the load.' },
  },
  messages: {
    overloaded: '{found} CPU when {failure}; the server cannot carry that.',
    high: '{found} CPU when {failure}; the Preferred Architecture sizes servers for {shownLimit} at most.',
  },
  check(design, { limit, capacity }, reporter) {
    const { designFailure } = sizingOptions(design);
    for (const { server, load } of eachLoadedServer(design, reporter)) {
      const worst = load.modes[designFailure];
      if (worst?.cpuUtilization === undefined) {
        load.notStated.forEach((path) => reporter.notStated(path));
        continue;
      }
      if (worst.cpuUtilization <= limit) continue;
      reporter.report({
        messageId: worst.cpuUtilization > capacity ? 'overloaded' : 'high',
        subject: subject.server(server.value.name),
        path: `${server.path}/hardware`,
        data: {
          found: formatPercent(worst.cpuUtilization),
          failure: `${worst.failed.map(nameOf).join(' and ')} ${worst.failed.length === 1 ? 'fails' : 'fail'}`,
          shownLimit: formatPercent(limit),
        },
      });
    }
  },
};
