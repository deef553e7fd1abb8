import { indexDesign } from '../../planner/design/index.ts';
import { pointer, type Pointer } from '../../planner/design/pointer.ts';
import { subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { labelOf, type Action } from '../actions/action.ts';
import { shortcutText } from '../actions/shortcut.ts';
import { subjectName } from '../subjects/subjectName.ts';

interface Shown {
  readonly label: string;
  /** What kind of thing it is, or a command's shortcut or obstacle. */
  readonly note: string;
}

export interface CommandEntry extends Shown {
  readonly kind: 'command';
  readonly action: Action;
  readonly obstacle: string | undefined;
}

export interface ObjectEntry extends Shown {
  readonly kind: 'object';
  readonly subject: Subject;
  /** The property that it stands for, where it has no subject of its own. */
  readonly path?: Pointer;
}

/** Something that the palette offers: a command, or a thing of the design. */
export type Entry = CommandEntry | ObjectEntry;

export function commandEntries(actions: readonly Action[]): readonly CommandEntry[] {
  return actions
    .filter(({ id }) => id !== 'search')
    .map((action) => {
      const obstacle = action.obstacle?.();
      const shortcut = action.shortcut ? shortcutText(action.shortcut) : '';
      return { kind: 'command', label: labelOf(action), note: obstacle ?? shortcut, action, obstacle };
    });
}

/** Every thing of a design that has a name, what there are few of first. */
export function objectEntries(design: Design): readonly ObjectEntry[] {
  const index = indexDesign(design);
  const { links = [], pairs = [] } = design;
  const named = (names: Iterable<string>, note: string, make: (name: string) => Subject): ObjectEntry[] =>
    Array.from(names, (name) => ({ kind: 'object', label: name, note, subject: make(name) }));
  const joint = (about: Subject, note: string): ObjectEntry => ({
    kind: 'object',
    label: subjectName(about),
    note,
    subject: about,
  });
  const hosts = (list: 'namespaces' | 'officeOnline', note: string): ObjectEntry[] =>
    pairs.flatMap((pair, p) =>
      (pair[list] ?? []).map(({ host }, i) => ({
        kind: 'object',
        label: host,
        note: `${note} of ${pair.name}`,
        subject: subject.pair(pair.name),
        path: pointer('pairs', p, list, i, 'host'),
      })),
    );
  return [
    ...named(index.dags.keys(), 'DAG', subject.dag),
    ...named(index.datacenters.keys(), 'Datacenter', subject.datacenter),
    ...named(index.pairs.keys(), 'Pair', subject.pair),
    ...named(index.servers.keys(), 'Server', subject.server),
    ...named(index.databases.keys(), 'Database', subject.database),
    ...named(index.hardware.keys(), 'Server model', subject.hardware),
    ...named(index.tiers.keys(), 'Mailbox tier', subject.tier),
    ...links.map(({ from, to }) => joint(subject.link(from, to), 'Link')),
    ...[...index.dags.values()].flatMap(({ value: { name, witness } }) =>
      witness ? [joint(subject.witness(name), witness.server ?? 'Witness')] : [],
    ),
    ...(design.notes ?? []).map(({ subject: about = subject.design, text }, i): ObjectEntry => ({
      kind: 'object',
      label: text.replaceAll('\n', ' '),
      note: about === subject.design ? 'Note' : `Note on ${subjectName(about)}`,
      subject: subject.note(i),
    })),
    ...hosts('namespaces', 'Namespace'),
    ...hosts('officeOnline', 'Office Online farm'),
    ...[...index.servers.values()].flatMap(({ value: server, volumes }) =>
      volumes.map(({ value: volume }) => joint(subject.volume(server.name, volume.name), 'Disk')),
    ),
    ...[...index.databases.values()].flatMap(({ value: database, copies }) =>
      copies.map(({ value: copy }) => joint(subject.copy(database.name, copy.server), 'Copy')),
    ),
  ];
}
