import { subject } from '../design/subject.ts';
import type { Rule, TableRow } from './rule.ts';
import { exchangeVersion, updateRange } from './support/exchange.ts';
import { brokenLimit } from './support/releaseLimit.ts';
import { cite } from './support/sources.ts';
import { part, stated, whole } from './support/stated.ts';
import { rowsFor } from './support/table.ts';
import { releaseName } from './support/windows.ts';

export const forestFunctionalLevel: Rule<{ minimum: readonly TableRow[] }> = {
  id: 'forest-functional-level',
  area: 'support',
  title: 'The forest functional level is one that Exchange supports',
  why: 'Exchange is supported only in a forest of this level or a higher one; later updates ask for more.',
  source: cite('supportabilityMatrix', 'D3.2, D3.3, A10.4'),
  parameters: {
    minimum: {
      type: 'table',
      description: 'For each `exchange` version the lowest functional `level`, `fromCumulativeUpdate` on.',
    },
  },
  messages: {
    old: 'The {scope} functional level is {found}; Exchange {version}{update} needs {wanted} or higher.',
    unknown: 'This ruleset does not say which functional levels Exchange {version} needs.',
  },
  check(design, { minimum }, reporter) {
    const version = exchangeVersion(design, reporter);
    const directory = part(whole(design), 'directory', reporter);
    const forest = directory && stated(directory, 'forestFunctionalLevel', reporter);
    if (version === undefined || !directory || forest === undefined) return;
    const rows = rowsFor(minimum, version);
    if (rows.length === 0) {
      reporter.report({ messageId: 'unknown', subject: subject.design, path: '/exchange/version', data: { version } });
      return;
    }
    // A domain is never below its forest, so that its level only matters where it is stated.
    const levels = { forest, domain: directory.value.domainFunctionalLevel };
    for (const [scope, found] of Object.entries(levels)) {
      if (found === undefined) continue;
      const broken = brokenLimit(rows, 'level', 'lowest', found, () => updateRange(design, reporter)?.highest);
      if (!broken) continue;
      const { wanted, update } = broken;
      reporter.report({
        messageId: 'old',
        subject: subject.design,
        path: `${directory.path}/${scope}FunctionalLevel`,
        data: { scope, found: releaseName(found), version, update, wanted: releaseName(wanted) },
      });
    }
  },
};
