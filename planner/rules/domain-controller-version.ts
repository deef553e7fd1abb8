import { subject } from '../design/subject.ts';
import type { Rule, TableRow } from './rule.ts';
import { designUpdate, exchangeVersion, updateName } from './support/exchange.ts';
import { cite } from './support/sources.ts';
import { part, stated, whole } from './support/stated.ts';
import { rowInForce, textOf } from './support/table.ts';
import { releaseName, releaseRank } from './support/windows.ts';

export const domainControllerVersion: Rule<{ oldest: readonly TableRow[] }> = {
  id: 'domain-controller-version',
  area: 'support',
  title: 'All domain controllers run a Windows Server release that Exchange supports',
  why: 'Exchange reads and writes the directory through any of them, so the oldest counts.',
  source: cite('supportabilityMatrix', 'D3.2, D3.3'),
  parameters: {
    oldest: {
      type: 'table',
      description:
        'For each `exchange` version the `oldest` and, where there is one, the `newest` release of domain controllers, `fromCumulativeUpdate` on.',
    },
  },
  messages: {
    old: 'The oldest domain controller runs {found}; Exchange {version} {update} needs {wanted} or later.',
    new: 'All domain controllers run {found} or later; Exchange {version} {update} supports {wanted} at most.',
  },
  check(design, { oldest }, reporter) {
    const version = exchangeVersion(design, reporter);
    const update = designUpdate(design, reporter);
    const directory = part(whole(design), 'directory', reporter);
    const found = directory && stated(directory, 'oldestDomainControllerOS', reporter);
    if (version === undefined || update === undefined || !directory || found === undefined) return;
    const row = rowInForce(oldest, version, update);
    const report = (messageId: string, wanted: string): void =>
      reporter.report({
        messageId,
        subject: subject.design,
        path: `${directory.path}/oldestDomainControllerOS`,
        data: { found: releaseName(found), version, update: updateName(update), wanted: releaseName(wanted) },
      });
    const lowest = textOf(row, 'oldest');
    const highest = textOf(row, 'newest');
    if (lowest !== undefined && releaseRank(found) < releaseRank(lowest)) report('old', lowest);
    if (highest !== undefined && releaseRank(found) > releaseRank(highest)) report('new', highest);
  },
};
