import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { LinkLoad } from '../simulate/replication/index.ts';
import { replicationOptions } from '../sizing/index.ts';
import type { Rule } from './rule.ts';
import { mend, nameOf } from './support/mend.ts';
import { busiestTime, crossedLinks, narrowest, route, widened } from './support/replication.ts';
import { cite } from './support/sources.ts';

export const replicationRpo: Rule = {
  id: 'replication-rpo',
  area: 'datacenters',
  title: 'The link keeps the copies across within the recovery point objective',
  why: 'Copies that are further behind lose more mail with their datacenter than the objective allows.',
  source: cite('calculator', 'E2.7, E2.8; sizing A9', 'derived'),
  parameters: {},
  messages: {
    missed:
      '{route} needs {required} Mbit/s for a recovery point objective of {objective}, {when}, and {available} Mbit/s get through. It takes {remedy}.',
  },
  check(design, _parameters, reporter) {
    const { rpoHours } = replicationOptions(design);
    for (const { link, load, availableMbps } of crossedLinks(design, requiredOf, reporter)) {
      if (load.requiredMbps <= availableMbps) continue;
      const at = subject.link(link.value.from, link.value.to);
      reporter.report({
        messageId: 'missed',
        subject: at,
        path: `${link.path}/${narrowest(load)}`,
        data: {
          route: route(load),
          required: formatNumber(load.requiredMbps),
          objective: `${formatNumber(rpoHours)} ${rpoHours === 1 ? 'hour' : 'hours'}`,
          when: busiestTime(load),
          available: formatNumber(availableMbps),
          remedy: widened(design, at, requiredOf).words,
        },
      });
    }
  },
  fix(design, finding) {
    const { words, edits } = widened(design, finding.subject, requiredOf);
    if (edits.length === 0) return undefined;
    return mend(`Plan ${words} for ${nameOf(finding.subject)}`, edits);
  },
};

const requiredOf = ({ requiredMbps }: LinkLoad): number => requiredMbps;
