import { indexDesign } from '../design/index.ts';
import { parseSubject, subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const activationPreferenceSequence: DagRule = {
  id: 'activation-preference-sequence',
  area: 'copies',
  title: 'The activation preferences of a database count from 1 without a gap or a repeat',
  why: 'Preferences are the order in which copies take over; Exchange numbers them from 1 to the number of copies.',
  source: cite('addDatabaseCopy', 'sizing E1'),
  parameters: {},
  messages: { broken: '{database} has preferences {found}; with {count} copies they should be 1 to {count}.' },
  checkDag(design, dag, _parameters, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      const preferences = database.copies.map((copy) => stated(copy, 'activationPreference', reporter));
      if (preferences.includes(undefined)) continue;
      const wrong = preferences.findIndex(
        (preference = 0, i) => preference > preferences.length || preferences.indexOf(preference) < i,
      );
      const copy = database.copies[wrong];
      if (!copy) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'broken',
        subject: subject.database(name),
        path: `${copy.path}/activationPreference`,
        data: { database: name, found: preferences.join(', '), count: preferences.length },
      });
    }
  },
  fix(design, finding) {
    const name = parseSubject(finding.subject)?.name ?? '';
    const copies = indexDesign(design).databases.get(name)?.copies ?? [];
    const preferenceOf = (copy: (typeof copies)[number]): number => copy.value.activationPreference ?? copies.length;
    const ordered = copies.toSorted((a, b) => preferenceOf(a) - preferenceOf(b));
    return mend(
      `Number the activation preferences of ${name} from 1`,
      ordered.map((copy, i) => ({ op: 'set', path: `${copy.path}/activationPreference`, value: i + 1 })),
    );
  },
};
