import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const autoReseedEnabled: Rule = {
  id: 'auto-reseed-enabled',
  area: 'dag',
  title: 'AutoReseed is on',
  why: 'JBOD relies on AutoReseed to bring the copies of a failed disk back; without it each disk failure waits for a person.',
  source: cite('preferredArchitecture', 'A4.13'),
  parameters: {},
  messages: { off: 'AutoReseed is off; the Preferred Architecture asks for it.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      if (stated(dag, 'autoDagAutoReseedEnabled', reporter) !== false) continue;
      reporter.report({
        messageId: 'off',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/autoDagAutoReseedEnabled`,
      });
    }
  },
  fix: (_design, finding) => turn(finding, 'AutoReseed', true),
};
