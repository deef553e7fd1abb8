import type { Placed } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Coexistence } from '../design/types.ts';
import type { Reporter, Rule, TableRow } from './rule.ts';
import { exchangeVersion, updateName, updateRange } from './support/exchange.ts';
import { cite } from './support/sources.ts';
import { items, stated, whole } from './support/stated.ts';
import { rowsFor } from './support/table.ts';

const levels = ['servicePack', 'updateRollup', 'cumulativeUpdate'] as const;
const abbreviations = { servicePack: 'SP', updateRollup: 'RU', cumulativeUpdate: 'CU' } as const;

export const coexistenceVersion: Rule<{ supported: readonly TableRow[] }> = {
  id: 'coexistence-version',
  area: 'support',
  title: 'Other Exchange versions in the organization are supported beside this one',
  why: 'Servers of other versions below these levels are not supported in the same organization.',
  source: cite('systemRequirements', 'D2.5, A10.4'),
  parameters: {
    supported: {
      type: 'table',
      description:
        'For each `exchange` version that is designed and each other `version` beside it, the lowest `servicePack`, `updateRollup` and `cumulativeUpdate`, and the lowest `ownCumulativeUpdate` of the servers that are designed. A version without a row is not supported.',
    },
  },
  messages: {
    never: 'Exchange {version} cannot be in the organization beside Exchange {designed}.',
    old: 'Exchange {version} is at {found}; {wanted} or later is supported.',
    own: 'Beside Exchange {version}, the servers need {wanted} or later; they have {found}.',
    unknown: 'This ruleset does not say which versions Exchange {designed} supports beside it.',
  },
  check(design, { supported }, reporter) {
    const others = items(whole(design), 'coexistence', reporter);
    const designed = others.length > 0 ? exchangeVersion(design, reporter) : undefined;
    if (designed === undefined) return;
    const rows = rowsFor(supported, designed);
    const about = { subject: subject.design };
    if (rows.length === 0) {
      reporter.report({ ...about, messageId: 'unknown', path: '/exchange/version', data: { designed } });
      return;
    }
    for (const other of others.filter(({ value }) => value.version !== designed)) {
      const { version } = other.value;
      const row = rows.find((each) => each['version'] === version);
      if (!row) {
        reporter.report({ ...about, messageId: 'never', path: `${other.path}/version`, data: { version, designed } });
        continue;
      }
      const wrong = firstBelow(other, row, reporter);
      if (wrong) {
        const data = { version, found: levelName(other.value, row), wanted: levelName(row, row) };
        reporter.report({ ...about, messageId: 'old', path: `${other.path}/${wrong}`, data });
      }
      const ownNeeded = Number(row['ownCumulativeUpdate'] ?? 0);
      const own = ownNeeded > 0 ? updateRange(design, reporter)?.lowest : undefined;
      if (own && own.value < ownNeeded) {
        const data = { version, wanted: updateName(ownNeeded), found: updateName(own.value) };
        reporter.report({ ...about, messageId: 'own', path: own.path, data });
      }
    }
  },
};

type Level = (typeof levels)[number];

/** The first level that is below what a row needs; one that is above settles those after it. What decides and is missing is told. */
function firstBelow(other: Placed<Coexistence>, row: TableRow, reporter: Reporter): Level | undefined {
  for (const level of levels.filter((each) => row[each] !== undefined)) {
    const found = stated(other, level, reporter);
    const wanted = Number(row[level]);
    if (found !== wanted) return found !== undefined && found < wanted ? level : undefined;
  }
  return undefined;
}

/** The levels that a row asks for, as far as they are stated: "SP3 RU11". */
function levelName(at: Coexistence | TableRow, row: TableRow): string {
  const shown = levels.filter((level) => row[level] !== undefined && at[level] !== undefined);
  return shown.map((level) => `${abbreviations[level]}${String(at[level])}`).join(' ');
}
