import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const dacMode: Rule = {
  id: 'dac-mode',
  area: 'dag',
  title: 'Datacenter activation coordination is on',
  why: 'It keeps a datacenter that powers up before its link from mounting databases that are active elsewhere, and switchovers need it.',
  source: cite('dacMode', 'A6.9, B5'),
  parameters: {},
  messages: {
    off: 'Datacenter activation coordination is off; every DAG with two or more members should have DagOnly.',
  },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const mode = stated(dag, 'datacenterActivationMode', reporter);
      const members = stated(dag, 'servers', reporter);
      if (mode !== 'Off' || members === undefined || members.length < 2) continue;
      reporter.report({
        messageId: 'off',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/datacenterActivationMode`,
      });
    }
  },
  fix: (_design, finding) => setTo(finding, 'datacenter activation mode', 'DagOnly'),
};
