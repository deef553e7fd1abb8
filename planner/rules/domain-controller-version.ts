import { subject } from '../design/subject.ts';
import type { Rule, TableRow } from './rule.ts';
import { exchangeVersion, updateRange } from './support/exchange.ts';
import { brokenLimit, type BrokenLimit } from './support/releaseLimit.ts';
import { cite } from './support/sources.ts';
import { part, stated, whole } from './support/stated.ts';
import { rowsFor } from './support/table.ts';
import { releaseName } from './support/windows.ts';

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
    old: 'The oldest domain controller runs {found}; Exchange {version}{update} needs {wanted} or later.',
    new: 'All domain controllers run {found} or later; Exchange {version}{update} supports {wanted} at most.',
    unknown: 'This ruleset does not say which domain controllers Exchange {version} supports.',
  },
  check(design, { oldest }, reporter) {
    const version = exchangeVersion(design, reporter);
    const directory = part(whole(design), 'directory', reporter);
    const found = directory && stated(directory, 'oldestDomainControllerOS', reporter);
    if (version === undefined || !directory || found === undefined) return;
    const rows = rowsFor(oldest, version);
    if (rows.length === 0) {
      reporter.report({ messageId: 'unknown', subject: subject.design, path: '/exchange/version', data: { version } });
      return;
    }
    const report = (messageId: string, broken: BrokenLimit | undefined): void => {
      if (!broken) return;
      const { wanted, update } = broken;
      reporter.report({
        messageId,
        subject: subject.design,
        path: `${directory.path}/oldestDomainControllerOS`,
        data: { found: releaseName(found), version, update, wanted: releaseName(wanted) },
      });
    };
    // The most demanding server counts: the newest for the oldest release, the oldest for the newest one.
    report(
      'old',
      brokenLimit(rows, 'oldest', 'lowest', found, () => updateRange(design, reporter)?.highest),
    );
    report(
      'new',
      brokenLimit(rows, 'newest', 'highest', found, () => updateRange(design, reporter)?.lowest),
    );
  },
};
