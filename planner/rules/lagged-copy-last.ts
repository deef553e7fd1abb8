import { valueAt } from '../design/pointer.ts';
import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { byLag } from './support/copies.ts';
import { databasesOf } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const laggedCopyLast: DagRule = {
  id: 'lagged-copy-last',
  area: 'copies',
  title: 'The lagged copy has the highest activation preference number',
  why: 'Its logs have to be played before it can mount, so it is the last copy to activate.',
  source: cite('preferredArchitecture', 'A7.2'),
  parameters: {},
  messages: {
    early:
      'The lagged copy of {database} on {server} has preference {found}, before the copy on {later} with {latest}; it belongs last.',
  },
  checkDag(design, dag, _parameters, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      const copies = byLag(database, reporter);
      const preferences = database.copies.map((copy) => stated(copy, 'activationPreference', reporter));
      if (!copies || preferences.includes(undefined)) continue;
      const preferenceOf = (copy: (typeof database.copies)[number]): number => copy.value.activationPreference ?? 0;
      const last = copies.available.reduce<(typeof database.copies)[number] | undefined>(
        (latest, copy) => (latest && preferenceOf(latest) >= preferenceOf(copy) ? latest : copy),
        undefined,
      );
      for (const lagged of copies.lagged) {
        if (!last || preferenceOf(lagged) >= preferenceOf(last)) continue;
        const { name } = database.value;
        reporter.report({
          messageId: 'early',
          subject: subject.copy(name, lagged.value.server),
          path: `${lagged.path}/activationPreference`,
          data: {
            database: name,
            server: lagged.value.server,
            found: preferenceOf(lagged),
            later: last.value.server,
            latest: preferenceOf(last),
            laterPath: `${last.path}/activationPreference`,
          },
        });
      }
    }
  },
  fix(design, finding) {
    const { database, laterPath } = finding.data;
    const found = valueAt(design, finding.path);
    const latest = typeof laterPath === 'string' ? valueAt(design, laterPath) : undefined;
    if (typeof found !== 'number' || typeof latest !== 'number' || found >= latest) return undefined;
    return mend(`Put the lagged copy of ${database} last`, [
      { op: 'set', path: finding.path, value: latest },
      { op: 'set', path: String(laterPath), value: found },
    ]);
  },
};
