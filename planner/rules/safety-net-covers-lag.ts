import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { keptPerDag } from './support/keptPerDag.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { part, stated, whole } from './support/stated.ts';

const hoursPerDay = 24;

export const safetyNetCoversLag: Rule = {
  id: 'safety-net-covers-lag',
  area: 'copies',
  title: 'Safety Net keeps messages as long as the longest replay lag',
  why: 'When a lagged copy is activated without its logs, Safety Net delivers again what it lacks, as far back as it keeps messages.',
  source: cite('safetyNet', 'A7.8'),
  parameters: {},
  messages: {
    short: 'Safety Net keeps messages for {found} days, while copies lag by up to {lag}; it should cover the lag.',
  },
  check(design, _parameters, reporter) {
    const longest = Math.max(0, ...longestLags(design, reporter)) / hoursPerDay;
    const transport = part(whole(design), 'transport', reporter);
    const found = transport && stated(transport, 'safetyNetHoldDays', reporter);
    if (found === undefined || found >= longest) return;
    reporter.report({
      messageId: 'short',
      subject: subject.design,
      path: '/transport/safetyNetHoldDays',
      data: { found, lag: `${formatNumber(longest)} days`, days: longest },
    });
  },
  fix(_design, finding) {
    const { days, lag } = finding.data;
    if (days === undefined) return undefined;
    return mend(`Set Safety Net hold time to ${lag}`, [{ op: 'set', path: finding.path, value: days }]);
  },
};

/** The longest replay lag in each DAG, hours. */
const longestLags = keptPerDag((design, dag, reporter) => {
  const copies = databasesOf(design, dag, reporter).flatMap((database) => database.copies);
  return Math.max(0, ...copies.map((copy) => stated(copy, 'replayLagHours', reporter) ?? 0));
});
