import { counted } from '../numbers/format.ts';
import { indexDesign, type PlacedCopy, type PlacedDatabase } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { isLagged, placeDatabases } from '../../planner/simulate/failover/index.ts';

/** The logs that one place sends to another. */
export interface Stream {
  readonly from: Subject;
  readonly to: Subject;
  /** How many databases' logs flow that way. */
  readonly databases: number;
  /** All of them end in a lagged copy. */
  readonly lagged: boolean;
}

/** One thing with all that hangs together with it, while the rest steps back. */
export interface Focus {
  readonly about: Subject;
  /** What stays in the light. */
  readonly lit: readonly Subject[];
  readonly streams: readonly Stream[];
  readonly title: string;
  readonly summary: string;
}

/** What can be focused on, of what is selected: a database for any of its copies, a disk, a server. */
export function focusable(about: Subject): Subject | undefined {
  const parsed = parseSubject(about);
  switch (parsed?.kind) {
    case 'copy':
      return subject.database(parsed.name);
    case 'database':
    case 'volume':
    case 'server':
      return about;
    default:
      return undefined;
  }
}

/** Undefined for what cannot be focused on, and for what the design does not have. */
export function focusOf(design: Design, selected: Subject): Focus | undefined {
  const about = focusable(selected);
  const parsed = about === undefined ? undefined : parseSubject(about);
  if (about === undefined || !parsed) return undefined;
  const { servers, databases } = indexDesign(design);
  if (parsed.kind === 'database') {
    const database = databases.get(parsed.name);
    return database && focusOnDatabase(design, about, database);
  }
  const server = servers.get(parsed.name);
  if (parsed.kind === 'server') return server && focusOnServer(design, about, server.copies);
  const volume = server?.volumes.find(({ value }) => value.name === parsed.second);
  return volume && focusOnDisk(design, about, volume.copies);
}

/** All copies of a database, and the logs from the active one to each other. */
function focusOnDatabase(design: Design, about: Subject, { value, copies }: PlacedDatabase): Focus {
  const lit = copies.map(({ value: { server } }) => subject.copy(value.name, server));
  const streams = streamsOf(design, copies, placeOfCopy);
  const servers = copies.map(({ value: copy }) => copy.server + (isLagged(copy) ? ' (lagged)' : ''));
  return {
    about,
    lit,
    streams,
    title: value.name,
    summary: `${counted(copies.length, 'copy', 'copies')}: ${servers.join(', ')}`,
  };
}

/** A disk and its neighbours, the disks that hold other copies of its databases. */
function focusOnDisk(design: Design, about: Subject, copies: readonly PlacedCopy[]): Focus {
  const around = copies.flatMap(({ database }) => copiesOf(design, database.name));
  const places = new Set(around.map(placeOfDisk));
  const streams = streamsOf(design, around, placeOfDisk).filter(({ from, to }) => from === about || to === about);
  const servers = new Set(around.map(({ value }) => value.server));
  places.delete(about);
  const parsed = parseSubject(about);
  return {
    about,
    lit: [about, ...places],
    streams,
    title: `${parsed?.second} of ${parsed?.name}`,
    summary: `${counted(copies.length, 'copy', 'copies')}; others on ${counted(places.size, 'disk')} of ${counted(Math.max(0, servers.size - 1), 'other server')}`,
  };
}

/** A server and the copies elsewhere of the databases that it holds. */
function focusOnServer(design: Design, about: Subject, copies: readonly PlacedCopy[]): Focus {
  const around = copies.flatMap(({ database }) => copiesOf(design, database.name));
  const streams = streamsOf(design, around, placeOfServer).filter(({ from, to }) => from === about || to === about);
  const others = new Set(around.map(placeOfServer));
  others.delete(about);
  return {
    about,
    lit: [about, ...around.filter((copy) => placeOfServer(copy) !== about).map(placeOfCopy)],
    streams,
    title: parseSubject(about)?.name ?? '',
    summary: `${counted(copies.length, 'copy', 'copies')}; others on ${counted(others.size, 'server')}`,
  };
}

const placeOfCopy = ({ database, value }: PlacedCopy): Subject => subject.copy(database.name, value.server);
const placeOfServer = ({ value }: PlacedCopy): Subject => subject.server(value.server);
/** A copy on no stated disk stands in its server. */
const placeOfDisk = (copy: PlacedCopy): Subject =>
  copy.value.volume === undefined ? placeOfServer(copy) : subject.volume(copy.value.server, copy.value.volume);

function copiesOf(design: Design, database: string): readonly PlacedCopy[] {
  return indexDesign(design).databases.get(database)?.copies ?? [];
}

/** The logs from where each database is active, nothing failed, to the places of its other copies. */
function streamsOf(
  design: Design,
  copies: readonly PlacedCopy[],
  placeOf: (copy: PlacedCopy) => Subject,
): readonly Stream[] {
  const sources = new Map(placeDatabases(design, []).databases.map(({ database, activeOn }) => [database, activeOn]));
  const streams = new Map<string, Stream>();
  for (const copy of copies) {
    const source = copiesOf(design, copy.database.name).find(
      ({ value }) => value.server === sources.get(copy.database.name),
    );
    if (!source || source.value.server === copy.value.server) continue;
    const [from, to] = [placeOf(source), placeOf(copy)];
    const known = streams.get(`${from} ${to}`);
    const lagged = isLagged(copy.value) && (known?.lagged ?? true);
    streams.set(`${from} ${to}`, { from, to, databases: (known?.databases ?? 0) + 1, lagged });
  }
  return [...streams.values()];
}
