import { applyCommand, type Command, type Edit } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointer, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import { parseSubject, subject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Dag, Design } from '../../planner/design/types.ts';
import { lockOrder } from '../../planner/simulate/failover/reach.ts';
import { locate } from '../subjects/locate.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';

/** Where things go among those that they stand beside. */
export type Step = 'earlier' | 'later' | 'first' | 'last';

export type Side = 'before' | 'after';

export const stepNames: Readonly<Record<Step, string>> = {
  earlier: 'earlier',
  later: 'later',
  first: 'to the first place',
  last: 'to the last place',
};

export interface Reordering {
  readonly command: Command;
  /** What else it changes than how things are listed and drawn, in a sentence; absent where nothing. */
  readonly caution?: string;
}

/** Things that the drawing and the outline show side by side, in their order. */
interface Siblings {
  readonly subjects: readonly Subject[];
  /** The lists that they stand in, with the index of each of the places that they fill there. */
  readonly lists: readonly {
    readonly path: Pointer;
    readonly slots: readonly number[];
    readonly subjectAt: (index: number) => Subject;
  }[];
}

const inOneList = 'Select things that stand beside each other first, such as servers of a DAG in one datacenter';

/** Moves things among those that they stand beside, together and in one step; or says why not. */
export function reorder(design: Design, selection: readonly Subject[], step: Step): Reordering | string {
  const siblings = siblingsOf(design, selection[0] ?? subject.design);
  if (!siblings) return notOrdered;
  const chosen = new Set(selection);
  const problem = obstacleAmong(siblings, chosen);
  if (problem !== undefined) return problem;
  const order = stepped(siblings.subjects, chosen, step);
  if (isSame(order, siblings.subjects)) return `${chosen.size > 1 ? 'They are' : 'It is'} the ${ends[step]} already`;
  return reordering(design, 'reorder', labelOf(siblings.subjects, order, selection, step), [[siblings, order]]);
}

/** Moves things right before or after another one that they stand beside; or says why not. */
export function reorderBeside(
  design: Design,
  selection: readonly Subject[],
  target: Subject,
  side: Side,
): Reordering | string {
  const siblings = siblingsOf(design, target);
  if (!siblings) return notOrdered;
  const chosen = new Set(selection);
  const problem = obstacleAmong(siblings, chosen);
  if (problem !== undefined) return problem;
  const moved = siblings.subjects.filter((each) => chosen.has(each));
  const order = siblings.subjects.flatMap((each) => {
    if (each === target) return side === 'before' ? [...moved, target] : [target, ...moved];
    return chosen.has(each) ? [] : [each];
  });
  if (chosen.has(target) || isSame(order, siblings.subjects)) return 'it stands there already';
  const what = selection.length === 1 ? subjectName(selection[0] ?? '') : countedSubjects(selection);
  return reordering(design, 'reorder', `Move ${what} ${side} ${subjectName(target)}`, [[siblings, order]]);
}

/** Whether things stand beside each other, so that one can take another's place. */
export function areSiblings(design: Design, subjects: readonly Subject[]): boolean {
  const siblings = siblingsOf(design, subjects[0] ?? subject.design);
  return siblings !== undefined && subjects.every((each) => siblings.subjects.includes(each));
}

const names = new Intl.Collator('en', { numeric: true });

/** Sorts by name what stands in a thing, or what it stands beside where nothing in it has an order; EX2 comes before EX10. */
export function sortByName(design: Design, about: Subject): Reordering | string {
  const within = groupsIn(design, about);
  const own = within.length > 0 ? within : [siblingsOf(design, about)].filter((group) => group !== undefined);
  if (own.length === 0) return notOrdered;
  const sorted = own.map((group): Ordered => [
    group,
    group.subjects.toSorted((a, b) => names.compare(nameOf(a), nameOf(b))),
  ]);
  const unsorted = sorted.filter(([group, order]) => !isSame(order, group.subjects));
  if (unsorted.length === 0) return 'Everything is in the order of names already';
  const what = countedSubjects(unsorted.flatMap(([, order]) => order));
  return reordering(design, 'sort', `Sort ${what} by name`, unsorted);
}

const notOrdered = 'Select servers, databases, DAGs, pairs, datacenters, links, tiers or server models first';
const ends: Readonly<Record<Step, string>> = { earlier: 'first', first: 'first', later: 'last', last: 'last' };

type Ordered = readonly [Siblings, readonly Subject[]];

function nameOf(about: Subject): string {
  const { name = '', second = '' } = parseSubject(about) ?? {};
  return `${name} ${second}`;
}

function obstacleAmong({ subjects }: Siblings, chosen: ReadonlySet<Subject>): string | undefined {
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined && chosen.has(only)) {
    return 'It stands alone, with nothing to change places with';
  }
  const here = new Set(subjects);
  return [...chosen].every((each) => here.has(each)) ? undefined : inOneList;
}

function stepped(order: readonly Subject[], chosen: ReadonlySet<Subject>, step: Step): readonly Subject[] {
  const [moved, others] = [order.filter((each) => chosen.has(each)), order.filter((each) => !chosen.has(each))];
  switch (step) {
    case 'first':
      return [...moved, ...others];
    case 'last':
      return [...others, ...moved];
    case 'later':
      return stepped(order.toReversed(), chosen, 'earlier').toReversed();
    case 'earlier': {
      const result = [...order];
      for (const [i, each] of order.entries()) {
        const before = result[i - 1];
        if (before === undefined || !chosen.has(each) || chosen.has(before)) continue;
        result[i - 1] = each;
        result[i] = before;
      }
      return result;
    }
  }
}

/** "Move EX02 before EX01", or "Move 2 servers earlier". */
function labelOf(
  before: readonly Subject[],
  after: readonly Subject[],
  [only = '', ...more]: readonly Subject[],
  step: Step,
): string {
  if (more.length > 0) return `Move ${countedSubjects([only, ...more])} ${stepNames[step]}`;
  const at = after.indexOf(only);
  const isEarlier = at < before.indexOf(only);
  return `Move ${subjectName(only)} ${isEarlier ? 'before' : 'after'} ${subjectName(after[isEarlier ? at + 1 : at - 1] ?? '')}`;
}

function isSame(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.every((each, i) => each === b[i]);
}

/** Each keeps to the places that its siblings fill, so that whatever stands between them in the file stays where it is. */
function reordering(design: Design, name: string, label: string, ordered: readonly Ordered[]): Reordering {
  const edits = ordered.flatMap(([{ lists }, order]) => {
    const rank = new Map(order.map((each, i) => [each, i]));
    return lists.flatMap(({ path, slots, subjectAt }) => {
      const placed = slots.toSorted((a, b) => (rank.get(subjectAt(a)) ?? 0) - (rank.get(subjectAt(b)) ?? 0));
      return placed.flatMap((from, i): Edit[] => {
        const to = slots[i];
        if (to === undefined || to === from) return [];
        return [{ op: 'set', path: path + pointer(to), value: valueAt(design, path + pointer(from)) }];
      });
    });
  });
  const command = { name, label, edits };
  const isOfSites = ordered.some(([{ subjects }]) => parseSubject(subjects[0] ?? '')?.kind === 'datacenter');
  const caution = isOfSites ? lockCaution(design, command) : undefined;
  return { command, ...(caution !== undefined && { caution }) };
}

/** The order of datacenters says who gets the witness's lock first, which decides what a cut link comes to (facts B4.4). */
function lockCaution(design: Design, command: Command): string | undefined {
  const after = applyCommand(design, command).design;
  const changed = (design.dags ?? []).filter((dag) => {
    if (!dag.witness && !dag.alternateWitness) return false;
    return !isSame(lockSites(design, dag), lockSites(after, dag));
  });
  const [first, ...more] = changed;
  if (!first) return undefined;
  const site = lockSites(after, first)[0] ?? '';
  const which = more.length === 0 ? first.name : `${first.name} and ${more.length} more`;
  return `It is more than the drawing: the order of the datacenters says which side gets the witness's lock first where the network between them is cut. In ${which} this is ${site} from then on, so that failures of the network may come out otherwise.`;
}

function lockSites(design: Design, dag: Dag): readonly string[] {
  const sites = new Set((dag.servers ?? []).flatMap(({ datacenter }) => datacenter ?? []));
  return [...new Set(lockOrder(design, dag))].filter((site) => sites.has(site));
}

function siblingsOf(design: Design, about: Subject): Siblings | undefined {
  const parsed = parseSubject(about);
  if (!parsed || !locate(design, about)) return undefined;
  const { kind, name } = parsed;
  const { servers, databases, dags } = indexDesign(design);
  switch (kind) {
    case 'server': {
      const server = servers.get(name);
      return server && serversIn(design, server.dag, server.value.datacenter);
    }
    case 'database': {
      const dag = databases.get(name)?.dag;
      return dag && databasesOf(design, dag);
    }
    case 'dag':
      return dagsOf(design, dags.get(name)?.value.pair);
    case 'datacenter':
      return datacentersBeside(design, name);
    case 'pair':
    case 'link':
    case 'tier':
    case 'hardware':
      return topLevel(design, kind);
    default:
      return undefined;
  }
}

/** What stands in a thing, as groups of siblings of two and more. */
function groupsIn(design: Design, about: Subject): readonly Siblings[] {
  const { kind, name } = parseSubject(about) ?? { kind: 'design', name: '' };
  const dags = design.dags ?? [];
  const groups = (() => {
    switch (kind) {
      case 'design': {
        const kinds = (['pair', 'link', 'tier', 'hardware'] as const).map((each) => topLevel(design, each));
        return [...kinds, ...[...new Set(dags.map(({ pair }) => pair))].map((pair) => dagsOf(design, pair))];
      }
      case 'pair':
        return [dagsOf(design, name)];
      case 'datacenter':
        return dags.map((dag) => serversIn(design, dag, name));
      case 'dag': {
        const dag = indexDesign(design).dags.get(name)?.value;
        if (!dag) return [];
        const sites = new Set((dag.servers ?? []).map(({ datacenter }) => datacenter));
        return [...[...sites].map((site) => serversIn(design, dag, site)), databasesOf(design, dag)];
      }
      default:
        return [];
    }
  })();
  return groups.filter(({ subjects }) => subjects.length > 1);
}

const listOf = { pair: 'pairs', link: 'links', tier: 'mailboxTiers', hardware: 'hardware' } as const satisfies Partial<
  Record<SubjectKind, keyof Design>
>;

function topLevel(design: Design, kind: keyof typeof listOf): Siblings {
  if (kind === 'link') return group('/links', design.links, ({ from, to }) => subject.link(from, to));
  const items: readonly { readonly name: string }[] | undefined = design[listOf[kind]];
  return group(pointer(listOf[kind]), items, ({ name }) => `${kind}:${name}`);
}

function dagsOf(design: Design, pair: string | undefined): Siblings {
  return group(
    '/dags',
    design.dags,
    ({ name }) => subject.dag(name),
    (dag) => dag.pair === pair,
  );
}

function serversIn(design: Design, dag: Dag, datacenter: string | undefined): Siblings {
  return group(
    `${indexDesign(design).dags.get(dag.name)?.path ?? ''}/servers`,
    dag.servers,
    ({ name }) => subject.server(name),
    (server) => server.datacenter === datacenter,
  );
}

function databasesOf(design: Design, dag: Dag): Siblings {
  return group(`${indexDesign(design).dags.get(dag.name)?.path ?? ''}/databases`, dag.databases, ({ name }) =>
    subject.database(name),
  );
}

/** The two of a pair change sides, and their places in the list of datacenters with it; the others stand in that list only. */
function datacentersBeside(design: Design, name: string): Siblings {
  const pairs = design.pairs ?? [];
  const p = pairs.findIndex(({ datacenters }) => datacenters.includes(name));
  const about = (each: string): Subject => subject.datacenter(each);
  const listed = (isOne: (each: string) => boolean): Siblings =>
    group(
      '/datacenters',
      design.datacenters,
      (each) => about(each.name),
      (each) => isOne(each.name),
    );
  const pair = pairs[p];
  if (!pair) return listed((each) => !pairs.some(({ datacenters }) => datacenters.includes(each)));
  const sides = group(pointer('pairs', p, 'datacenters'), pair.datacenters, about);
  return { ...sides, lists: [...sides.lists, ...listed((each) => pair.datacenters.includes(each)).lists] };
}

function group<T>(
  path: Pointer,
  items: readonly T[] = [],
  about: (item: T) => Subject,
  isOne: (item: T) => boolean = () => true,
): Siblings {
  const slots = items.flatMap((item, i) => (isOne(item) ? [i] : []));
  const subjectAt = (index: number): Subject => about(items[index] as T);
  return { subjects: slots.map(subjectAt), lists: [{ path, slots, subjectAt }] };
}
