import { indexDesign, type Placed, type PlacedCopy, type PlacedDatabase, type PlacedServer } from '../design/index.ts';
import type { Dag, DatabaseCopy, Design } from '../design/types.ts';
import { activationRank, mayActivate } from './activationOrder.ts';

/** A place for copies: a data volume, or a server as a whole where no volume is stated (`name` undefined). */
export interface LayoutVolume {
  readonly server: number;
  readonly name: string | undefined;
  /** Copies that it may hold when another is put there. */
  readonly room: number;
}

/** A copy that a database has, or one that it lacks and the DAG's other databases have. */
export interface LayoutCopy {
  readonly value: DatabaseCopy;
  /** Where it stands in the database's list; undefined for one that is lacking. */
  readonly index: number | undefined;
}

export interface LayoutDatabase {
  readonly placed: PlacedDatabase;
  /** In the order in which they activate: highly available before lagged, by preference; suspended ones last. */
  readonly copies: readonly LayoutCopy[];
  /** How many of the copies, the first ones, can be active. */
  readonly activatable: number;
  /** The datacenter that each lacking copy belongs in, by place in `copies`. */
  readonly lackingIn: ReadonlyMap<number, number>;
}

/** One DAG as flat lists: the one form in which layouts are judged and improved. */
export interface DagLayout {
  readonly dag: Placed<Dag>;
  readonly servers: readonly PlacedServer[];
  /** Datacenter names; servers that state none stand together in one of name "". */
  readonly datacenters: readonly string[];
  /** Each server's datacenter, as an index into `datacenters`. */
  readonly datacenterOf: Int32Array;
  /** Servers that are to be emptied. */
  readonly vacated: ReadonlySet<number>;
  readonly volumes: readonly LayoutVolume[];
  readonly volumeServer: Int32Array;
  readonly databases: readonly LayoutDatabase[];
  /** Most copies of a database: the width of a row. */
  readonly width: number;
  /** What each database weighs when it is active, whole numbers. */
  readonly loads: Float64Array;
  /** The volume of each copy as the design has it: database × width + place in `copies`; −1 where there is none. */
  readonly rows: Int32Array;
}

/** The highest number of copies that share a disk (facts A4.11). */
const mostPerVolume = 4;

/**
 * Reads the layout of one DAG.
 * @param loadOf what a database weighs when active; 1 where it is not given
 * @param vacate names of servers that are to be emptied
 */
export function readDagLayout(
  design: Design,
  dag: Placed<Dag>,
  {
    loadOf = () => 1,
    vacate = new Set<string>(),
  }: { loadOf?: (name: string) => number; vacate?: ReadonlySet<string> } = {},
): DagLayout {
  const index = indexDesign(design);
  const servers = (dag.value.servers ?? []).flatMap(({ name }) => index.servers.get(name) ?? []);
  const placed = (dag.value.databases ?? []).flatMap(({ name }) => index.databases.get(name) ?? []);
  const datacenters = [...new Set(servers.map(({ value }) => value.datacenter ?? ''))];
  const numbers = new Map(servers.map(({ value }, s) => [value.name, s]));
  const datacenterOf = Int32Array.from(servers, ({ value }) => datacenters.indexOf(value.datacenter ?? ''));
  const databases = readDatabases(placed, (name) => datacenterOf[numbers.get(name) ?? -1] ?? 0, datacenters.length);
  const width = Math.max(1, ...databases.map(({ copies }) => copies.length));
  const { volumes, numberOf } = readVolumes(
    servers,
    dag.value.autoDagDatabaseCopiesPerVolume ?? Math.min(width, mostPerVolume),
  );
  const rows = new Int32Array(databases.length * width).fill(-1);
  databases.forEach(({ copies }, d) =>
    copies.forEach(({ value, index: at }, c) => {
      if (at !== undefined) rows[d * width + c] = numberOf(numbers.get(value.server) ?? -1, value.volume);
    }),
  );
  return {
    dag,
    servers,
    datacenters,
    datacenterOf,
    vacated: new Set([...vacate].flatMap((name) => numbers.get(name) ?? [])),
    volumes,
    volumeServer: Int32Array.from(volumes, ({ server }) => server),
    databases,
    width,
    loads: Float64Array.from(databases, ({ placed: { value } }) => loadOf(value.name)),
    rows,
  };
}

/** Every volume that takes copies or has some; of a server without such volumes, or for copies that state none, the server itself. */
function readVolumes(
  servers: readonly PlacedServer[],
  perVolume: number,
): { volumes: LayoutVolume[]; numberOf: (server: number, volume: string | undefined) => number } {
  const volumes: LayoutVolume[] = [];
  const numbers = new Map<string, number>();
  const statesVolumes = servers.some(({ copies }) => copies.some(({ value }) => value.volume !== undefined));
  servers.forEach((server, s) => {
    const add = (name: string | undefined, room: number): void => {
      numbers.set(`${s}/${name ?? ''}`, volumes.length);
      volumes.push({ server: s, name, room });
    };
    const data = server.volumes.filter(({ value: { role } }) => role === 'data' || role === undefined);
    for (const volume of server.volumes) {
      const takes = data.includes(volume);
      if (takes || volume.copies.length > 0) add(volume.value.name, takes ? perVolume : 0);
    }
    add(undefined, statesVolumes || data.length > 0 ? 0 : Infinity);
  });
  return { volumes, numberOf: (server, volume) => numbers.get(`${server}/${volume ?? ''}`) ?? -1 };
}

function readDatabases(
  placed: readonly PlacedDatabase[],
  datacenterOfServer: (name: string) => number,
  datacenters: number,
): LayoutDatabase[] {
  const whole = commonest(placed.map(({ copies }) => copies.length));
  const model = placed.find(({ copies }) => copies.length === whole);
  const pattern = model ? ranked(model.copies, []).map(({ value }) => datacenterOfServer(value.server)) : [];
  return placed.map((database) => {
    const copies = ranked(
      database.copies,
      model && database.copies.length > 0 ? lackingCopies(database.copies, model.copies) : [],
    );
    const sites = copies.map(({ value, index }) => (index === undefined ? -1 : datacenterOfServer(value.server)));
    return {
      placed: database,
      copies,
      activatable: copies.filter(({ value }) => mayActivate(value)).length,
      lackingIn: lackingSites(sites, pattern, datacenters),
    };
  });
}

function ranked(own: readonly PlacedCopy[], lacking: readonly LayoutCopy[]): LayoutCopy[] {
  return [...own.map(({ value }, index): LayoutCopy => ({ value, index })), ...lacking].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
}

/**
 * Where lacking copies belong, so that a database has the pattern of datacenters of a whole one: with a copy that the whole one
 * has in the same datacenter, else in one where the database has none yet.
 * @param sites the datacenter of each copy, −1 for those that are lacking
 */
function lackingSites(sites: readonly number[], pattern: readonly number[], datacenters: number): Map<number, number> {
  const lacking = new Map<number, number>();
  const siteOf = new Map<number | undefined, number>();
  sites.forEach((site, c) => {
    if (site >= 0) siteOf.set(pattern[c], site);
  });
  sites.forEach((site, c) => {
    if (site >= 0) return;
    const taken = new Set(siteOf.values());
    const free = Array.from({ length: datacenters }, (_, each) => each).find((each) => !taken.has(each));
    const belongs = siteOf.get(pattern[c]) ?? free ?? 0;
    siteOf.set(pattern[c], belongs);
    lacking.set(c, belongs);
  });
  return lacking;
}

/** The copies of a whole database, by preference, that another one with fewer lacks; none where preferences do not tell. */
function lackingCopies(copies: readonly PlacedCopy[], model: readonly PlacedCopy[]): LayoutCopy[] {
  const left = [...model];
  for (const { value } of copies) {
    const at = left.findIndex((copy) => copy.value.activationPreference === value.activationPreference);
    if (at < 0 || value.activationPreference === undefined) return [];
    left.splice(at, 1);
  }
  return left.map(({ value }) => ({ value, index: undefined }));
}

function rankOf({ value, index = 0 }: LayoutCopy): number {
  return activationRank(value, index);
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
