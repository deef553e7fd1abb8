import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const replayLagManager: Rule = {
  id: 'replay-lag-manager',
  area: 'dag',
  title: 'Replay Lag Manager is on',
  why: 'When too few healthy copies are left it plays the lagged copy down, so that it can take over.',
  source: cite('preferredArchitecture', 'A7.4, A8.3'),
  parameters: {},
  messages: {
    off: 'Replay Lag Manager is off; the Preferred Architecture asks for it, so that lagged copies can become highly available.',
  },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      if (stated(dag, 'replayLagManagerEnabled', reporter) !== false) continue;
      reporter.report({
        messageId: 'off',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/replayLagManagerEnabled`,
      });
    }
  },
  fix: (_design, finding) => turn(finding, 'Replay Lag Manager', true),
};
