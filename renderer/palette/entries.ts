import { labelOf, type Action } from '../actions/action.ts';
import { shortcutText } from '../actions/shortcut.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

/** Something that the palette offers: a command, or a thing of the design. */
export type Entry =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly note: string;
      readonly action: Action;
      readonly obstacle: string | undefined;
    }
  | { readonly kind: 'subject'; readonly label: string; readonly note: string; readonly subject: Subject };

export function actionEntries(actions: readonly Action[]): readonly Entry[] {
  return actions
    .filter(({ id }) => id !== 'search')
    .map((action) => {
      const obstacle = action.obstacle?.();
      const shortcut = action.shortcut ? shortcutText(action.shortcut) : '';
      return { kind: 'action', label: labelOf(action), note: obstacle ?? shortcut, action, obstacle };
    });
}

export function subjectEntries(design: Design): readonly Entry[] {
  const index = indexDesign(design);
  const list = (names: Iterable<string>, note: string, make: (name: string) => Subject): Entry[] =>
    [...names].map((name) => ({ kind: 'subject', label: name, note, subject: make(name) }));
  return [
    ...list(index.dags.keys(), 'DAG', subject.dag),
    ...list(index.servers.keys(), 'Server', subject.server),
    ...list(index.databases.keys(), 'Database', subject.database),
    ...list(index.datacenters.keys(), 'Datacenter', subject.datacenter),
    ...list(index.pairs.keys(), 'Pair', subject.pair),
    ...list(index.hardware.keys(), 'Hardware', subject.hardware),
    ...list(index.tiers.keys(), 'Mailbox tier', subject.tier),
  ];
}

/** The entries that hold every word of the query, those that begin with it first. */
export function searchEntries(entries: readonly Entry[], query: string, most: number): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = ({ label, note, kind }: Entry): string => `${label} ${kind === 'subject' ? note : ''}`.toLowerCase();
  const found = entries.filter((entry) => words.every((word) => text(entry).includes(word)));
  const starts = (entry: Entry): boolean => entry.label.toLowerCase().startsWith(words[0] ?? '');
  return [...found.filter(starts), ...found.filter((entry) => !starts(entry))].slice(0, most);
}
