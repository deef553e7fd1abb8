import type { Placed } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Coexistence } from '../design/types.ts';
import type { Rule, TableRow } from './rule.ts';
import { designUpdate, exchangeVersion, updateName } from './support/exchange.ts';
import { cite } from './support/sources.ts';
import { items, stated, whole } from './support/stated.ts';

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
  },
  check(design, { supported }, reporter) {
    const others = items(whole(design), 'coexistence', reporter);
    const designed = others.length > 0 ? exchangeVersion(design, reporter) : undefined;
    const ofDesigned = supported.filter((row) => row['exchange'] === designed);
    if (ofDesigned.length === 0) return;
    for (const other of others) {
      const { version } = other.value;
      const row = ofDesigned.find((each) => each['version'] === version);
      if (!row) {
        reporter.report({
          messageId: 'never',
          subject: subject.design,
          path: `${other.path}/version`,
          data: { version, designed: designed ?? '' },
        });
        continue;
      }
      const needed = levels.filter((level) => row[level] !== undefined);
      const found = needed.map((level) => stated(other, level, reporter));
      const wrong = found.includes(undefined) ? undefined : needed[firstBelow(found, needed, row)];
      if (wrong) {
        reporter.report({
          messageId: 'old',
          subject: subject.design,
          path: `${other.path}/${wrong}`,
          data: { version, found: levelName(other, needed), wanted: levelName({ value: row, path: '' }, needed) },
        });
      }
      const ownNeeded = Number(row['ownCumulativeUpdate'] ?? 0);
      const own = ownNeeded > 0 ? designUpdate(design, reporter) : undefined;
      if (own !== undefined && own < ownNeeded) {
        const data = { version, wanted: updateName(ownNeeded), found: updateName(own) };
        reporter.report({ messageId: 'own', subject: subject.design, path: '/exchange/cumulativeUpdate', data });
      }
    }
  },
};

type Level = (typeof levels)[number];

/** The first level that is below what is needed, -1 for none; a level above what is needed settles those after it. */
function firstBelow(found: readonly (number | undefined)[], needed: readonly Level[], row: TableRow): number {
  const decisive = needed.findIndex((level, i) => found[i] !== row[level]);
  const level = needed[decisive];
  return level !== undefined && Number(found[decisive]) < Number(row[level]) ? decisive : -1;
}

/** "SP3 RU11". */
function levelName(at: Placed<Coexistence | TableRow>, needed: readonly Level[]): string {
  return needed.map((level) => `${abbreviations[level]}${String(at.value[level])}`).join(' ');
}
