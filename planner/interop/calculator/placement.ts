import { counted } from '../../design/format.ts';
import { nameKey } from './cellReader.ts';
import { problemAt, type FileProblem } from './place.ts';
import type { CopyRow, DatabaseRow, ServerRow } from './rows.ts';

/** A database with all its copies, by activation preference. */
export interface ExportedDatabase extends DatabaseRow {
  readonly copies: readonly Omit<CopyRow, 'database'>[];
}

/** Joins the copies to their databases; MailboxDatabases.csv itself holds the copy of preference 1. */
export function copiesOf(databases: readonly DatabaseRow[], copies: readonly CopyRow[]): ExportedDatabase[] {
  const more = new Map<string, CopyRow[]>(databases.map(({ name }) => [name, []]));
  for (const copy of copies) more.get(copy.database)?.push(copy);
  return databases.map((database) => {
    const { server, place } = database;
    const first = { server, place, preference: 1, replayLagHours: 0, truncationLagHours: 0 };
    const all = [first, ...(more.get(database.name) ?? [])];
    return { ...database, copies: all.sort((a, b) => a.preference - b.preference) };
  });
}

/** Where the DbMap of Servers.csv and the copies of the other two files disagree. */
export function checkPlacement(servers: readonly ServerRow[], databases: readonly ExportedDatabase[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const mapped = new Map(
    servers.map(({ name, databases: map }) => [name, new Set(map.map((entry) => nameKey(entry.name)))]),
  );
  const copied = new Map<string, Set<string>>(servers.map(({ name }) => [name, new Set()]));
  for (const { name, copies } of databases) {
    for (const { server, place } of copies) {
      copied.get(server)?.add(nameKey(name));
      if (mapped.get(server)?.has(nameKey(name))) continue;
      const message = `${name} has a copy on ${server}, whose DbMap in Servers.csv does not list it.`;
      problems.push(problemAt(place, message, `${name} in the DbMap of ${server}`, 'a map without it'));
    }
  }
  for (const { name: server, databases: map } of servers) {
    for (const { name, place } of map) {
      if (copied.get(server)?.has(nameKey(name))) continue;
      const message = `The DbMap of ${server} lists ${name}, which has no copy there.`;
      problems.push(problemAt(place, message, `a copy of ${name} on ${server}`, 'none'));
    }
    const size = mapped.get(server)?.size ?? 0;
    if (size !== map.length && map[0]) {
      const message = `The DbMap of ${server} lists a database twice.`;
      problems.push(problemAt(map[0].place, message, 'each database once', counted(map.length, 'entry', 'entries')));
    }
  }
  return problems;
}
