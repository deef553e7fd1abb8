import { formatPercent } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { sizingOptions, type FailureMode, type ModeLoad } from '../sizing/index.ts';
import type { DagRule } from './rule.ts';
import { loadedServersOf, modeNames } from './support/loads.ts';
import { nameOf } from './support/mend.ts';
import { cite } from './support/sources.ts';

export const cpuWorstFailure: DagRule<{ limit: number; capacity: number }> = {
  id: 'cpu-worst-failure',
  area: 'servers',
  title: 'CPU stays within the limit in the failure the design is made for',
  why: 'Servers are sized so that the worst failure they must carry leaves room for peaks; beyond their capacity they do not carry it at all.',
  source: cite('preferredArchitecture', 'A4.1; sizing A2', 'derived'),
  parameters: {
    limit: {
      type: 'number',
      description:
        'Fraction of the CPU that the design failure may use; a lower one that the design states counts instead.',
    },
    capacity: { type: 'number', description: 'Fraction beyond which the server cannot carry the load.' },
  },
  messages: {
    overloaded: '{found} CPU when {failure}; the server cannot carry that.',
    high: '{found} CPU when {failure}; {limitOf} {shownLimit} at most.',
  },
  checkDag(design, dag, { limit, capacity }, reporter) {
    const { designFailure, cpuLimitFraction } = sizingOptions(design);
    const lowest = Math.min(limit, cpuLimitFraction);
    for (const { server, load } of loadedServersOf(design, dag, reporter)) {
      load.notStated.cpu.forEach((path) => reporter.notStated(path));
      const worst = load.modes[load.judgedMode];
      if (worst?.cpuUtilization === undefined || worst.cpuUtilization <= lowest) continue;
      reporter.report({
        messageId: worst.cpuUtilization > capacity ? 'overloaded' : 'high',
        subject: subject.server(server.value.name),
        path: `${server.path}/hardware`,
        data: {
          found: formatPercent(worst.cpuUtilization),
          failure: failureText(worst, load.judgedMode, designFailure),
          limitOf: cpuLimitFraction < limit ? 'the design allows' : 'the Preferred Architecture sizes servers for',
          shownLimit: formatPercent(lowest),
        },
      });
    }
  },
};

/** What fails, and that it is not the design failure where no case of that leaves the server up. */
function failureText({ failed }: ModeLoad, mode: FailureMode, designFailure: FailureMode): string {
  const names = failed.map(nameOf).join(' and ') || 'nothing';
  const text = `${names} ${failed.length > 1 ? 'fail' : 'fails'}`;
  return mode === designFailure ? text : `${text} (${modeNames[mode]}, the worst that leaves it up)`;
}
