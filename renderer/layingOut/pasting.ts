import type { Command, Edit } from '../../planner/design/edit.ts';
import { counted } from '../numbers/format.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type {
  Dag,
  Database,
  Datacenter,
  Design,
  Hardware,
  MailboxTier,
  Note,
  Pair,
  Server,
  Volume,
} from '../../planner/design/types.ts';
import { nextName } from '../state/structure.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { dagAt, nameIn, type Around } from './around.ts';
import { datacentersOf, type Fragment, type NotedKind } from './fragment.ts';

export interface Pasted {
  readonly command: Command;
  /** What was made, to be selected. */
  readonly subjects: readonly Subject[];
}

/** Where what is pasted is to stand: with the things around a place, or beside what it was copied from. */
export type Where = Around | 'beside';

/**
 * Puts copied things into a design, under free names. What they refer to is taken along where the design has none of that name; a server
 * model of that name that is another one comes under a free name. The notes about whatever is made come with it. A text says why it cannot be.
 * @param verb what the label begins with
 */
export function paste(
  design: Design,
  fragment: Fragment,
  where: Where,
  verb: 'Paste' | 'Duplicate' = 'Paste',
): Pasted | string {
  const pasting = new Pasting(design, fragment, where);
  const obstacle = pasting.run();
  if (obstacle !== undefined) return obstacle;
  const { edits, subjects, notes } = pasting;
  const along = notes.length === 0 ? '' : ` with ${counted(notes.length, 'note')}`;
  return { command: { name: 'paste', label: `${verb} ${countedSubjects(subjects)}${along}`, edits }, subjects };
}

/** What comes into the lists of the design itself. */
interface NewMembers {
  readonly datacenters: Datacenter[];
  readonly pairs: Pair[];
  readonly hardware: Hardware[];
  readonly mailboxTiers: MailboxTier[];
  readonly dags: Dag[];
}

class Pasting {
  readonly subjects: Subject[] = [];
  /** Under which names each thing that has notes was made. */
  readonly #made = new Map<Subject, Subject[]>();
  readonly #edits = new Map<string, Edit[]>();
  readonly #fragment: Fragment;
  readonly #design: Design;
  readonly #where: Where;
  readonly #around: Around;
  readonly #serverNames: Set<string>;
  readonly #databaseNames: Set<string>;
  readonly #dagNames: Set<string>;
  readonly #datacenterNames: Set<string>;
  readonly #tierNames: Set<string>;
  readonly #pairNames: Set<string>;
  /** Server models by name, with what they are. */
  readonly #models: Map<string, string>;
  /** What a referred model is called here. */
  readonly #modelNames = new Map<string, string>();
  readonly #new: NewMembers = { datacenters: [], pairs: [], hardware: [], mailboxTiers: [], dags: [] };

  constructor(design: Design, fragment: Fragment, where: Where) {
    const index = indexDesign(design);
    this.#design = design;
    this.#fragment = fragment;
    this.#where = where;
    this.#around = where === 'beside' ? [] : where;
    this.#serverNames = new Set(index.servers.keys());
    this.#databaseNames = new Set(index.databases.keys());
    this.#dagNames = new Set(index.dags.keys());
    this.#datacenterNames = new Set(index.datacenters.keys());
    this.#tierNames = new Set(index.tiers.keys());
    this.#pairNames = new Set(index.pairs.keys());
    this.#models = new Map([...index.hardware].map(([name, { value }]) => [name, JSON.stringify(value)]));
  }

  /** @returns why it cannot be; undefined when it is done */
  run(): string | undefined {
    const from = indexDesign(this.#fragment.design);
    const byDag = new Map<string, { servers: Server[]; databases: Database[]; disks: Map<string, Volume[]> }>();
    const partsOf = (dag: Dag) => {
      const known = byDag.get(dag.name) ?? { servers: [], databases: [], disks: new Map<string, Volume[]>() };
      byDag.set(dag.name, known);
      return known;
    };
    for (const each of this.#fragment.meant) {
      const { kind, name, second } = parseSubject(each) ?? { kind: 'design', name: '' };
      const server = from.servers.get(name);
      const disk = server?.volumes.find(({ value }) => value.name === second)?.value;
      const database = from.databases.get(name);
      const dag = from.dags.get(name)?.value;
      if (kind === 'datacenter') this.#copyDatacenter(from.datacenters.get(name)?.value);
      else if (kind === 'hardware') this.#copyModel(from.hardware.get(name)?.value);
      else if (kind === 'tier') this.#copyTier(from.tiers.get(name)?.value);
      else if (kind === 'dag' && dag) this.#copyDag(dag);
      else if (kind === 'server' && server) partsOf(server.dag).servers.push(server.value);
      else if (kind === 'database' && database) partsOf(database.dag).databases.push(database.value);
      else if (kind === 'volume' && server && disk) {
        const { disks } = partsOf(server.dag);
        disks.set(name, [...(disks.get(name) ?? []), disk]);
      }
    }
    for (const [name, parts] of byDag) {
      const obstacle =
        this.#addMembers(name, parts.servers, parts.databases) ??
        [...parts.disks].map(([server, disks]) => this.#addDisks(server, disks)).find((each) => each !== undefined);
      if (obstacle !== undefined) return obstacle;
    }
    if (this.subjects.length === 0) return 'what was copied is not there';
    return undefined;
  }

  /** What is referred to stands before what refers to it. */
  get edits(): readonly Edit[] {
    const { datacenters, pairs, hardware, mailboxTiers, dags } = this.#new;
    const before = this.#design;
    const lists = [
      ...this.#added('/datacenters', before.datacenters, datacenters),
      ...this.#added('/pairs', before.pairs, pairs),
      ...this.#added('/hardware', before.hardware, hardware),
      ...this.#added('/mailboxTiers', before.mailboxTiers, mailboxTiers),
      ...this.#added('/dags', before.dags, dags),
    ];
    return [...lists, ...[...this.#edits.values()].flat(), ...this.#added('/notes', before.notes, this.notes)];
  }

  /** The notes about what is made, by its new names. */
  get notes(): readonly Note[] {
    return (this.#fragment.design.notes ?? []).flatMap((note) =>
      (this.#made.get(note.subject ?? subject.design) ?? []).map((about) => ({ ...note, subject: about })),
    );
  }

  /** Keeps under which name a thing is made, for the notes about it. @returns that name */
  #make(kind: NotedKind, from: string, to: string): string {
    const was = subject[kind](from);
    const all = this.#made.get(was) ?? [];
    all.push(subject[kind](to));
    this.#made.set(was, all);
    return to;
  }

  /** New members at the end of a list, which is made where it is missing. */
  #added(path: string, list: readonly unknown[] | undefined, members: readonly unknown[]): readonly Edit[] {
    if (members.length === 0) return [];
    if (!list) return [{ op: 'set', path, value: members }];
    return members.map((value, i): Edit => ({ op: 'insert', path: `${path}/${list.length + i}`, value }));
  }

  #free(name: string, taken: Set<string>): string {
    const free = taken.has(name) ? nextName(name, taken) : name;
    taken.add(free);
    return free;
  }

  #serverName({ name }: Server): string {
    return this.#make('server', name, this.#free(name, this.#serverNames));
  }

  #databaseName({ name }: Database): string {
    return this.#make('database', name, this.#free(name, this.#databaseNames));
  }

  #copyDatacenter(value: Datacenter | undefined): void {
    if (!value) return;
    const name = this.#make('datacenter', value.name, this.#free(value.name, this.#datacenterNames));
    this.#new.datacenters.push({ ...value, name });
    this.subjects.push(subject.datacenter(name));
  }

  #copyModel(value: Hardware | undefined): void {
    if (!value) return;
    const name = this.#free(value.name, new Set(this.#models.keys()));
    this.#models.set(name, JSON.stringify({ ...value, name }));
    this.#new.hardware.push({ ...value, name });
    this.subjects.push(subject.hardware(name));
  }

  #copyTier(value: MailboxTier | undefined): void {
    if (!value) return;
    const name = this.#free(value.name, this.#tierNames);
    this.#new.mailboxTiers.push({ ...value, name });
    this.subjects.push(subject.tier(name));
  }

  /** A DAG whole, under names that are free, with copies on its own servers. */
  #copyDag(dag: Dag): void {
    const name = this.#make('dag', dag.name, this.#free(dag.name, this.#dagNames));
    const newNames = new Map((dag.servers ?? []).map((server) => [server.name, this.#serverName(server)]));
    this.#referPair(dag.pair);
    const witnesses = Object.fromEntries(
      (['witness', 'alternateWitness'] as const).flatMap((key) => {
        this.#referDatacenter(dag[key]?.datacenter);
        const server = newNames.get(dag[key]?.server ?? '');
        return dag[key] ? [[key, { ...dag[key], ...(server !== undefined && { server }) }]] : [];
      }),
    );
    this.#new.dags.push({
      ...dag,
      ...witnesses,
      name,
      ...(dag.servers && {
        servers: dag.servers.map((server) => ({
          ...this.#referring(server),
          name: newNames.get(server.name) ?? server.name,
        })),
      }),
      ...(dag.databases && {
        databases: dag.databases.map((database) => ({
          ...this.#holding(database),
          name: this.#databaseName(database),
          ...(database.copies && {
            copies: database.copies.map((copy) => ({ ...copy, server: newNames.get(copy.server) ?? copy.server })),
          }),
        })),
      }),
    });
    this.subjects.push(subject.dag(name));
  }

  #addMembers(from: string, servers: readonly Server[], databases: readonly Database[]): string | undefined {
    if (servers.length + databases.length === 0) return undefined;
    const own = this.#where === 'beside' ? indexDesign(this.#design).dags.get(from)?.value : undefined;
    const to = own ?? dagAt(this.#design, this.#around);
    if (typeof to === 'string') return to;
    const newServers = servers.map((server) => ({
      ...this.#referring(this.#placed(server)),
      name: this.#serverName(server),
    }));
    const newDatabases = databases.map(({ copies: _, ...database }) => ({
      ...this.#holding(database),
      name: this.#databaseName(database),
    }));
    this.subjects.push(
      ...newServers.map(({ name }) => subject.server(name)),
      ...newDatabases.map(({ name }) => subject.database(name)),
    );
    if (!to) {
      const parts = {
        ...(newServers.length > 0 && { servers: newServers }),
        ...(newDatabases.length > 0 && { databases: newDatabases }),
      };
      this.#new.dags.push({ name: this.#free(from, this.#dagNames), ...parts });
      return undefined;
    }
    const path = `/dags/${(this.#design.dags ?? []).indexOf(to)}`;
    this.#addTo(`${path}/servers`, to.servers, newServers);
    this.#addTo(`${path}/databases`, to.databases, newDatabases);
    return undefined;
  }

  #addDisks(from: string, disks: readonly Volume[]): string | undefined {
    const name = this.#where === 'beside' ? from : (nameIn(this.#around, 'server') ?? nameIn(this.#around, 'volume'));
    const server = name === undefined ? undefined : indexDesign(this.#design).servers.get(name);
    if (!server || name === undefined) return 'select the server that the disks are for first';
    const path = `${server.path}/volumes`;
    const before = (this.#edits.get(path) ?? []).flatMap((edit) => ('value' in edit ? (edit.value as Volume) : []));
    const taken = new Set([...(server.value.volumes ?? []), ...before].map((each) => each.name));
    const added = disks.map((disk) => ({ ...disk, name: this.#free(disk.name, taken) }));
    this.#addTo(path, server.value.volumes, added);
    this.subjects.push(...added.map((disk) => subject.volume(name, disk.name)));
    return undefined;
  }

  /** Adds to a list of the design, after what was added to it before. */
  #addTo(path: string, list: readonly unknown[] | undefined, members: readonly unknown[]): void {
    if (members.length === 0) return;
    const before = this.#edits.get(path);
    if (!before) this.#edits.set(path, [...this.#added(path, list, members)]);
    else if (list) {
      const at = list.length + before.length;
      before.push(...members.map((value, i): Edit => ({ op: 'insert', path: `${path}/${at + i}`, value })));
    } else {
      const [edit] = before as [{ op: 'set'; path: string; value: readonly unknown[] }];
      before[0] = { ...edit, value: [...edit.value, ...members] };
    }
  }

  /** In the datacenter that is chosen, else its own; where the design has not that, in the one at the place, if there is one. */
  #placed({ datacenter, ...server }: Server): Server {
    const chosen = parseSubject(this.#around[0] ?? '');
    const isHere = datacenter !== undefined && indexDesign(this.#design).datacenters.has(datacenter);
    const here = isHere ? datacenter : (nameIn(this.#around, 'datacenter') ?? datacenter);
    const to = chosen?.kind === 'datacenter' ? chosen.name : here;
    return { ...server, ...(to !== undefined && { datacenter: to }) };
  }

  /** A server with what it refers to in the design. */
  #referring(server: Server): Server {
    this.#referDatacenter(server.datacenter);
    const hardware = this.#referModel(server.hardware);
    return { ...server, ...(hardware !== undefined && { hardware }) };
  }

  #referDatacenter(name: string | undefined): void {
    const value = name === undefined ? undefined : indexDesign(this.#fragment.design).datacenters.get(name)?.value;
    if (!value || this.#datacenterNames.has(value.name)) return;
    this.#datacenterNames.add(value.name);
    this.#make('datacenter', value.name, value.name);
    this.#new.datacenters.push(value);
  }

  #referPair(name: string | undefined): void {
    const pair = name === undefined ? undefined : indexDesign(this.#fragment.design).pairs.get(name)?.value;
    if (!pair || this.#pairNames.has(pair.name)) return;
    this.#pairNames.add(pair.name);
    this.#make('pair', pair.name, pair.name);
    for (const datacenter of datacentersOf(pair)) this.#referDatacenter(datacenter);
    this.#new.pairs.push(pair);
  }

  #referModel(name: string | undefined): string | undefined {
    const value = name === undefined ? undefined : indexDesign(this.#fragment.design).hardware.get(name)?.value;
    if (!value) return name;
    const known = this.#modelNames.get(value.name);
    if (known !== undefined) return known;
    const here = this.#models.get(value.name);
    const isSame = here === JSON.stringify(value);
    const free = isSame ? value.name : this.#free(value.name, new Set(this.#models.keys()));
    if (!isSame) {
      this.#models.set(free, JSON.stringify({ ...value, name: free }));
      this.#new.hardware.push({ ...value, name: free });
    }
    this.#modelNames.set(value.name, free);
    return free;
  }

  #holding(database: Database): Database {
    for (const tier of Object.keys(database.mailboxes ?? {})) {
      const value = indexDesign(this.#fragment.design).tiers.get(tier)?.value;
      if (!value || this.#tierNames.has(tier)) continue;
      this.#tierNames.add(tier);
      this.#new.mailboxTiers.push(value);
    }
    return database;
  }
}
