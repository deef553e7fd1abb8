import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { tally } from './support/copies.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const evenPreferenceSpread: DagRule<{ tolerance: number }> = {
  id: 'even-preference-spread',
  area: 'copies',
  title: 'Every server holds as many copies of each activation preference as the others',
  why: 'Equal numbers of each preference keep the load even in the normal state and after failures.',
  source: cite('manageCopies', 'B3.8', 'derived'),
  parameters: {
    tolerance: { type: 'number', unit: 'copies', description: 'By how many copies two servers may differ.' },
  },
  messages: {
    uneven:
      'Of preference {preference}, {most} holds {highest} and {least} {lowest}; balanced servers hold the same number of each.',
  },
  checkDag(design, dag, { tolerance }, reporter) {
    const copies = databasesOf(design, dag, reporter).flatMap((database) => database.copies);
    const preferences = copies.map((copy) => stated(copy, 'activationPreference', reporter));
    const members = membersOf(design, dag, reporter);
    if (preferences.includes(undefined)) return;
    const counts = tally(copies.map(({ value }) => `${value.activationPreference}/${value.server}`));
    for (const preference of [...new Set(preferences)].sort((a, b) => (a ?? 0) - (b ?? 0))) {
      const held = members.map(({ value }) => counts.get(`${preference}/${value.name}`) ?? 0);
      const [highest, lowest] = [Math.max(...held), Math.min(...held)];
      if (highest - lowest <= tolerance) continue;
      reporter.report({
        messageId: 'uneven',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/databases`,
        data: {
          preference: preference ?? 0,
          most: members[held.indexOf(highest)]?.value.name ?? '',
          highest,
          least: members[held.indexOf(lowest)]?.value.name ?? '',
          lowest,
        },
      });
    }
  },
};
