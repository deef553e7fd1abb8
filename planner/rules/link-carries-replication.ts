import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { wrongShareSum, type LinkLoad } from '../simulate/replication/index.ts';
import type { Rule } from './rule.ts';
import { mend, nameOf } from './support/mend.ts';
import { busiestTime, crossedLinks, narrowest, route, utcHour, widened } from './support/replication.ts';
import { cite } from './support/sources.ts';

export const linkCarriesReplication: Rule = {
  id: 'link-carries-replication',
  area: 'datacenters',
  title: 'The link between datacenters carries replication in its busiest hour',
  why: 'What the link does not carry waits; the copies across are behind by that when a datacenter is lost, and the logs stay on the disks.',
  source: cite('calculator', 'E2.4, E2.8, A2.4', 'derived'),
  parameters: {},
  messages: {
    never:
      '{route} needs {mean} Mbit/s in the mean of a day, {when}, and {available} Mbit/s get through: the copies never catch up. It takes {remedy}.',
    peak: '{route} needs {peak} Mbit/s from {hour} on, and {available} Mbit/s get through. It takes {remedy}.',
    shares: 'The hourly shares of the logs add up to {found}; a day is 1.',
  },
  mends: ['never', 'peak'],
  check(design, _parameters, reporter) {
    const found = wrongShareSum(design);
    if (found !== undefined) {
      const data = { found: formatNumber(found) };
      reporter.report({ messageId: 'shares', subject: subject.design, path: '/replication/hourlyLogShare', data });
    }
    for (const { link, load, availableMbps } of crossedLinks(design, peakOf, reporter)) {
      const { peakMbps, peakHour, hourlyMbps } = load;
      if (peakMbps <= availableMbps) continue;
      const mean = hourlyMbps.reduce((sum, mbps) => sum + mbps, 0) / hourlyMbps.length;
      const at = subject.link(link.value.from, link.value.to);
      reporter.report({
        messageId: mean >= availableMbps ? 'never' : 'peak',
        subject: at,
        path: `${link.path}/${narrowest(load)}`,
        data: {
          route: route(load),
          peak: formatNumber(peakMbps),
          mean: formatNumber(mean),
          hour: utcHour(peakHour),
          when: busiestTime(load),
          available: formatNumber(availableMbps),
          remedy: widened(design, at, peakOf).words,
        },
      });
    }
  },
  fix(design, finding) {
    const { words, edits } = widened(design, finding.subject, peakOf);
    if (finding.messageId === 'shares' || edits.length === 0) return undefined;
    return mend(`Plan ${words} for ${nameOf(finding.subject)}`, edits);
  },
};

const peakOf = ({ peakMbps }: LinkLoad): number => peakMbps;
