import { indexDesign } from '../../planner/design/index.ts';
import { designFormat, loadDesign } from '../../planner/design/load.ts';
import type { Problem } from '../../planner/design/problem.ts';
import { parseSubject, subject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type {
  Dag,
  Database,
  Datacenter,
  Design,
  Hardware,
  MailboxTier,
  Pair,
  Server,
} from '../../planner/design/types.ts';
import { writeDesign } from '../../planner/design/write.ts';

/**
 * Things of a design as text, for the clipboard: a small design of its own that holds them and all that they refer to, with a list of
 * what is meant. So it is read and checked as any design is.
 */
const MEANT = 'x-copied';

const copyable: ReadonlySet<SubjectKind> = new Set([
  'datacenter',
  'hardware',
  'tier',
  'dag',
  'server',
  'volume',
  'database',
]);

export const isCopyable = (about: Subject): boolean => copyable.has(parseSubject(about)?.kind ?? 'design');

/** What notes can be about and copying makes anew. */
export type NotedKind = 'datacenter' | 'pair' | 'dag' | 'server' | 'database';

/** Things with what they refer to, as a design of their own. */
export interface Fragment {
  readonly design: Design;
  readonly meant: readonly Subject[];
}

/**
 * What is copied of a design: servers with their disks but without database copies, databases without copies, DAGs whole; with the notes
 * about all that is whole in it.
 */
export function fragmentOf(design: Design, selected: readonly Subject[]): Fragment {
  const parts = new Parts(design);
  for (const each of selected) parts.add(each);
  return { design: parts.finish(), meant: selected };
}

export function writeFragment({ design, meant }: Fragment): string {
  return writeDesign({ ...design, [MEANT]: meant });
}

/** Reads what was copied. @returns a text where it is none of it, the problems where it is a damaged one */
export function readFragment(text: string): Fragment | string | readonly Problem[] {
  if (!/^\s*\{/.test(text)) return 'The clipboard holds no part of a design';
  const loaded = loadDesign(text);
  if (!loaded.ok) {
    const isOurs = text.includes(MEANT) || text.includes(designFormat);
    return isOurs ? loaded.problems : 'The clipboard holds no part of a design';
  }
  const { [MEANT]: meant, ...design } = loaded.value as Design & { readonly [MEANT]?: unknown };
  if (!Array.isArray(meant)) return 'The clipboard holds a whole design: save it as a file and open that';
  const subjects = meant.filter((each): each is Subject => typeof each === 'string' && isCopyable(each));
  if (subjects.length === 0 || subjects.length < meant.length) return 'What the clipboard holds cannot be pasted';
  return { design, meant: [...new Set(subjects)] };
}

/** Every datacenter that a pair refers to. */
export function datacentersOf({ datacenters, namespaces = [], officeOnline = [] }: Pair): readonly string[] {
  return [...datacenters, ...[...namespaces, ...officeOnline].flatMap(({ datacenter }) => datacenter ?? [])];
}

/** Gathers parts of a design, each once, in the order of the design. */
class Parts {
  readonly #design: Design;
  readonly #datacenters = new Set<Datacenter>();
  readonly #pairs = new Set<Pair>();
  readonly #hardware = new Set<Hardware>();
  readonly #tiers = new Set<MailboxTier>();
  readonly #wholeDags = new Set<Dag>();
  readonly #servers = new Map<Dag, Map<Server, Set<string> | 'all'>>();
  readonly #databases = new Map<Dag, Set<Database>>();

  constructor(design: Design) {
    this.#design = design;
  }

  add(about: Subject): void {
    const { kind, name, second } = parseSubject(about) ?? { kind: 'design', name: '' };
    const { dags, servers, databases } = indexDesign(this.#design);
    switch (kind) {
      case 'datacenter':
        return this.#datacenter(name);
      case 'hardware':
        return this.#model(name);
      case 'tier':
        return this.#tier(name);
      case 'dag': {
        const dag = dags.get(name)?.value;
        if (dag) this.#dag(dag);
        return;
      }
      case 'server':
      case 'volume': {
        const found = servers.get(name);
        if (!found) return;
        const { dag, value } = found;
        const members = this.#servers.get(dag) ?? new Map<Server, Set<string> | 'all'>();
        this.#servers.set(dag, members);
        const disks = members.get(value) ?? new Set<string>();
        if (kind === 'server') members.set(value, 'all');
        else if (disks !== 'all') members.set(value, disks.add(second ?? ''));
        if (kind === 'server') this.#around(value);
        return;
      }
      case 'database': {
        const found = databases.get(name);
        if (!found) return;
        this.#databases.set(found.dag, (this.#databases.get(found.dag) ?? new Set()).add(found.value));
        this.#tiersOf(found.value);
        return;
      }
      default:
    }
  }

  finish(): Design {
    const inOrder = <T>(all: readonly T[] = [], kept: ReadonlySet<T>): T[] => all.filter((each) => kept.has(each));
    const dags = (this.#design.dags ?? []).flatMap((dag): Dag[] => {
      if (this.#wholeDags.has(dag)) return [dag];
      const members = this.#servers.get(dag);
      const databases = this.#databases.get(dag);
      if (!members && !databases) return [];
      return [
        {
          name: dag.name,
          ...(members && { servers: (dag.servers ?? []).flatMap((server) => partOf(server, members.get(server))) }),
          ...(databases && {
            databases: inOrder(dag.databases, databases).map(({ copies: _, ...database }) => database),
          }),
        },
      ];
    });
    const whole = this.#whole();
    const notes = (this.#design.notes ?? []).filter((note) => whole.has(note.subject ?? subject.design));
    return {
      format: designFormat,
      name: this.#design.name,
      datacenters: inOrder(this.#design.datacenters, this.#datacenters),
      pairs: inOrder(this.#design.pairs, this.#pairs),
      hardware: inOrder(this.#design.hardware, this.#hardware),
      mailboxTiers: inOrder(this.#design.mailboxTiers, this.#tiers),
      dags,
      ...(notes.length > 0 && { notes }),
    };
  }

  /** What comes whole, not only as the frame of its parts. */
  #whole(): ReadonlySet<Subject> {
    const dags = [...this.#wholeDags];
    const members = [...this.#servers.values()].flatMap((servers) =>
      [...servers].flatMap(([server, disks]) => (disks === 'all' ? [server] : [])),
    );
    const databases = [...this.#databases.values()].flatMap((some) => [...some]);
    const names = (kind: NotedKind, all: Iterable<{ readonly name: string }>) =>
      Array.from(all, ({ name }) => subject[kind](name));
    return new Set([
      ...names('datacenter', this.#datacenters),
      ...names('pair', this.#pairs),
      ...names('dag', dags),
      ...names('server', [...dags.flatMap((dag) => dag.servers ?? []), ...members]),
      ...names('database', [...dags.flatMap((dag) => dag.databases ?? []), ...databases]),
    ]);
  }

  #dag(dag: Dag): void {
    this.#wholeDags.add(dag);
    const pair = dag.pair === undefined ? undefined : indexDesign(this.#design).pairs.get(dag.pair)?.value;
    if (pair) {
      this.#pairs.add(pair);
      for (const name of datacentersOf(pair)) this.#datacenter(name);
    }
    this.#datacenter(dag.witness?.datacenter);
    this.#datacenter(dag.alternateWitness?.datacenter);
    for (const server of dag.servers ?? []) this.#around(server);
    for (const database of dag.databases ?? []) this.#tiersOf(database);
  }

  #around({ datacenter, hardware }: Server): void {
    this.#datacenter(datacenter);
    this.#model(hardware);
  }

  #datacenter(name: string | undefined): void {
    const found = name === undefined ? undefined : indexDesign(this.#design).datacenters.get(name);
    if (found) this.#datacenters.add(found.value);
  }

  #model(name: string | undefined): void {
    const found = name === undefined ? undefined : indexDesign(this.#design).hardware.get(name);
    if (found) this.#hardware.add(found.value);
  }

  #tier(name: string): void {
    const found = indexDesign(this.#design).tiers.get(name);
    if (found) this.#tiers.add(found.value);
  }

  #tiersOf({ mailboxes = {} }: Database): void {
    for (const tier of Object.keys(mailboxes)) this.#tier(tier);
  }
}

/** A server whole, or only so much of it that its disks have an owner. */
function partOf(server: Server, disks: ReadonlySet<string> | 'all' | undefined): readonly Server[] {
  if (disks === undefined) return [];
  if (disks === 'all') return [server];
  return [{ name: server.name, volumes: (server.volumes ?? []).filter(({ name }) => disks.has(name)) }];
}
