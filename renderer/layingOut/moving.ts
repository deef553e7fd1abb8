import { applyCommand, type Command, type Edit } from '../../planner/design/edit.ts';
import { counted } from '../numbers/format.ts';
import { indexDesign, type PlacedCopy, type PlacedServer, type PlacedVolume } from '../../planner/design/index.ts';
import {
  parseSubject,
  subject,
  type ParsedSubject,
  type Subject,
  type SubjectKind,
} from '../../planner/design/subject.ts';
import type { DatabaseCopy, Design, Volume } from '../../planner/design/types.ts';
import { nextName } from '../state/structure.ts';
import { aroundOf, nameIn, type Around } from './around.ts';
import { holdsData, witnessIn } from './placing.ts';

/** Something that a move leaves to be done, which is offered and not done by itself. */
export interface FollowUp {
  /** What the button says. */
  readonly label: string;
  readonly command: Command;
}

export interface Move {
  readonly command: Command;
  /** What was moved, under the names that it has now. */
  readonly subjects: readonly Subject[];
  /** What is left to be done, in a sentence; absent where nothing is. */
  readonly left?: { readonly message: string; readonly offers: readonly FollowUp[] };
}

/** Each is moved in the design that the one before it left, which takes its time. */
const MOST = 200;

const movable: ReadonlySet<SubjectKind> = new Set(['server', 'volume', 'copy', 'witness']);

export const isMovable = (about: Subject): boolean => movable.has(parseSubject(about)?.kind ?? 'design');

/** Moves one or several things of one kind to a place, as one change; or says why it cannot be. */
export function move(design: Design, subjects: readonly Subject[], around: Around): Move | string {
  const kinds = new Set(subjects.map((each) => parseSubject(each)?.kind));
  if (kinds.size !== 1) return 'things of one kind are moved together';
  if (subjects.length > MOST) return `at most ${MOST} things are moved at once`;
  const steps: Step[] = [];
  let current = design;
  for (const each of subjects) {
    const step = moveOne(current, each, around);
    if (typeof step === 'string') return step;
    current = applyCommand(current, { name: 'move', label: '', edits: step.edits }).design;
    steps.push(step);
  }
  const [first] = steps;
  if (!first) return 'nothing is selected';
  const label =
    steps.length === 1 ? first.label : `Move ${counted(steps.length, ...nouns[first.kind])} to ${first.where}`;
  const moved = steps.map((step) => step.subject);
  const left = leftBy(design, current, steps);
  return {
    command: { name: 'move', label, edits: steps.flatMap(({ edits }) => edits) },
    subjects: moved,
    ...(left && { left }),
  };
}

type MovedKind = 'server' | 'volume' | 'copy' | 'witness';
const nouns: Readonly<Record<MovedKind, readonly [string, string]>> = {
  server: ['server', 'servers'],
  volume: ['disk', 'disks'],
  copy: ['copy', 'copies'],
  witness: ['witness', 'witnesses'],
};

/** The move of one thing. */
interface Step {
  readonly kind: MovedKind;
  readonly edits: readonly Edit[];
  readonly label: string;
  readonly where: string;
  readonly subject: Subject;
  /** Where a disk came from. */
  readonly from?: string;
  /** Copies that stood on a disk that was moved. */
  readonly stranded?: readonly PlacedCopy[];
}

function moveOne(design: Design, about: Subject, around: Around): Step | string {
  const parsed = parseSubject(about);
  switch (parsed?.kind) {
    case 'server':
      return moveServer(design, parsed.name, around);
    case 'volume':
      return moveDisk(design, parsed, around);
    case 'copy':
      return moveCopy(design, parsed, around);
    case 'witness': {
      const dag = indexDesign(design).dags.get(parsed.name);
      const where = nameIn(around, 'datacenter');
      if (!dag || where === undefined) return 'a witness stands in a datacenter';
      const made = witnessIn(dag, where);
      if (typeof made === 'string') return made;
      return { kind: 'witness', edits: made.command.edits, label: made.command.label, where, subject: about };
    }
    default:
      return 'this cannot be moved';
  }
}

/** To another datacenter; the DAG stays the same, for what is on the server belongs to it. */
function moveServer(design: Design, name: string, around: Around): Step | string {
  const server = indexDesign(design).servers.get(name);
  const where = nameIn(around, 'datacenter');
  if (!server || where === undefined) return 'a server stands in a datacenter';
  const dag = nameIn(around, 'dag');
  if (dag !== undefined && dag !== server.dag.name) return `${name} is a member of ${server.dag.name}, not of ${dag}`;
  if (server.value.datacenter === where) return `${name} stands in ${where} already`;
  return {
    kind: 'server',
    edits: [{ op: 'set', path: `${server.path}/datacenter`, value: where }],
    label: `Move ${name} to ${where}`,
    where,
    subject: subject.server(name),
  };
}

/** To another server. The copies on it stay with their server, without a disk, until it is said what becomes of them. */
function moveDisk(design: Design, { name, second = '' }: ParsedSubject, around: Around): Step | string {
  const { servers } = indexDesign(design);
  const from = servers.get(name);
  const disk = from?.volumes.find(({ value }) => value.name === second);
  const where = hostIn(around);
  const to = where === undefined ? undefined : servers.get(where);
  if (!from || !disk || !to || where === undefined) return 'a disk belongs to a server';
  if (where === name) return `${second} is a disk of ${name} already`;
  const taken = new Set(to.value.volumes?.map((volume) => volume.name));
  const newName = taken.has(second) ? nextName(second, taken) : second;
  const value: Volume = { ...disk.value, name: newName };
  return {
    kind: 'volume',
    edits: [
      ...disk.copies.map(({ path }): Edit => ({ op: 'remove', path: `${path}/volume` })),
      { op: 'remove', path: disk.path },
      to.value.volumes
        ? { op: 'insert', path: `${to.path}/volumes/${to.value.volumes.length}`, value }
        : { op: 'set', path: `${to.path}/volumes`, value: [value] },
    ],
    label: `Move disk ${second} of ${name} to ${where}${newName === second ? '' : ` as ${newName}`}`,
    where,
    subject: subject.volume(where, newName),
    from: name,
    stranded: disk.copies,
  };
}

/** To another disk, of the same or of another server of the DAG. */
function moveCopy(design: Design, { name, second = '' }: ParsedSubject, around: Around): Step | string {
  const { databases, servers } = indexDesign(design);
  const database = databases.get(name);
  const copy = database?.copies.find(({ value }) => value.server === second);
  const where = hostIn(around);
  const to = where === undefined ? undefined : servers.get(where);
  if (!database || !copy || !to || where === undefined) return 'a copy stands on a disk';
  if (to.dag !== database.dag) return `${where} is no member of ${database.dag.name}, to which ${name} belongs`;
  const wanted = around.map(parseSubject).find((each) => each?.kind === 'volume' && each.name === where)?.second;
  const disk = wanted === undefined ? emptiest(to) : to.volumes.find(({ value }) => value.name === wanted);
  if (where !== second && database.copies.some(({ value }) => value.server === where)) {
    return `${where} holds a copy of ${name} already`;
  }
  if (disk && !holdsData(disk.value)) return `${disk.value.name} of ${where} is not for databases`;
  const volume = disk?.value.name;
  if (where === second && (volume === copy.value.volume || wanted === undefined)) {
    return `this copy of ${name} stands there already`;
  }
  return {
    kind: 'copy',
    edits: [{ op: 'set', path: copy.path, value: onDisk(copy.value, where, volume) }],
    label: `Move copy of ${name} from ${second} to ${volume === undefined ? where : `${volume} of ${where}`}`,
    where: volume === undefined ? where : `${volume} of ${where}`,
    subject: subject.copy(name, where),
  };
}

/** The server at a place: the place itself, or the one whose disk or copy it is. */
function hostIn(around: Around): string | undefined {
  return nameIn(around, 'server') ?? nameIn(around, 'volume');
}

function emptiest(server: PlacedServer): PlacedVolume | undefined {
  return server.volumes
    .filter(({ value }) => holdsData(value))
    .toSorted((a, b) => a.copies.length - b.copies.length)[0];
}

function onDisk(copy: DatabaseCopy, server: string, volume: string | undefined): DatabaseCopy {
  const { volume: _, ...rest } = copy;
  return { ...rest, server, ...(volume !== undefined && { volume }) };
}

/** What becomes of the copies whose disk was taken away: they may follow it, or go to the other disks of their server. */
function leftBy(before: Design, after: Design, steps: readonly Step[]): Move['left'] {
  const stranded = steps.flatMap((step) =>
    (step.stranded ?? []).map((copy) => ({ copy, disk: step.subject, server: step.where, from: step.from ?? '' })),
  );
  if (stranded.length === 0) return undefined;
  const count = counted(stranded.length, 'copy', 'copies');
  const along: Edit[] = [];
  let mayFollow = true;
  for (const { copy, disk, server } of stranded) {
    const now = indexDesign(after).databases.get(copy.database.name);
    const isHeld = now?.copies.some(({ value }) => value.server === server);
    const isMember = now?.dag.servers?.some(({ name }) => name === server);
    if (isHeld || !isMember) mayFollow = false;
    const value = onDisk(copy.value, server, parseSubject(disk)?.second);
    along.push({ op: 'set', path: copy.path, value });
  }
  const replaced = ontoOtherDisks(after, stranded);
  const [{ from } = { from: '' }] = stranded;
  const offers: FollowUp[] = [
    ...(mayFollow
      ? [
          {
            label: `Take ${stranded.length === 1 ? 'it' : 'them'} along`,
            command: { name: 'move', label: `Take ${count} along with ${diskWord(steps.length)}`, edits: along },
          },
        ]
      : []),
    ...(replaced
      ? [
          {
            label: `Put ${stranded.length === 1 ? 'it' : 'them'} on other disks of ${steps.length === 1 ? from : 'their servers'}`,
            command: { name: 'move', label: `Put ${count} on other disks`, edits: replaced },
          },
        ]
      : []),
  ];
  return {
    message: `${count} stood on ${diskWord(steps.length)} and now ${stranded.length === 1 ? 'has' : 'have'} none.`,
    offers,
  };
}

const diskWord = (count: number): string => (count === 1 ? 'the disk' : 'the disks');

/** Each copy on the emptiest disk for databases that is left on its server; undefined where a server has none. */
function ontoOtherDisks(
  after: Design,
  stranded: readonly { readonly copy: PlacedCopy }[],
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  let current = after;
  for (const { copy } of stranded) {
    const server = indexDesign(current).servers.get(copy.value.server);
    const disk = server && emptiest(server);
    if (!disk) return undefined;
    const edit: Edit = { op: 'set', path: `${copy.path}/volume`, value: disk.value.name };
    current = applyCommand(current, { name: 'move', label: '', edits: [edit] }).design;
    edits.push(edit);
  }
  return edits;
}

/** Where the first of some things can be moved to, for choosing a place from a list. */
export function destinations(design: Design, subjects: readonly Subject[]): readonly Subject[] {
  const { datacenters, servers } = indexDesign(design);
  const kind = parseSubject(subjects[0] ?? '')?.kind;
  const places = (): readonly Subject[] => {
    switch (kind) {
      case 'server':
      case 'witness':
        return [...datacenters.keys()].map(subject.datacenter);
      case 'volume':
        return [...servers.keys()].map(subject.server);
      case 'copy':
        return [...servers.values()].flatMap(({ value, volumes }) =>
          volumes.length === 0
            ? [subject.server(value.name)]
            : volumes.map((volume) => subject.volume(value.name, volume.value.name)),
        );
      default:
        return [];
    }
  };
  const [first = 'design'] = subjects;
  return places().filter((to) => typeof move(design, [first], aroundOf(design, to)) !== 'string');
}
