import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An exported placement, read in the simplest way that these files allow: no cell holds a quotation mark or a line break. */
export interface ExportedPlacement {
  /** "database server preference lagDays", sorted. */
  readonly copies: readonly string[];
  /** By server its volumes, each the databases on it. */
  readonly volumes: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly spares: ReadonlyMap<string, number>;
}

export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

export function readPlacement(folder: string): ExportedPlacement {
  const rows = (file: string): string[][] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(2)
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').trim()),
      );
  const first = rows('MailboxDatabases.csv').map(([name, server]) => `${name} ${server} 1 0`);
  const further = rows('MailboxDatabaseCopies.csv').map(
    ([, , name, server, preference, lag]) => `${name} ${server} ${preference} ${lag?.split('.')[0]}`,
  );
  const servers = rows('Servers.csv').map(([server = '', , perVolume, spares, , , , map]) => {
    const databases = map?.split(',') ?? [];
    const size = Number(perVolume);
    const volumes = databases.flatMap((_, i) => (i % size === 0 ? [databases.slice(i, i + size)] : []));
    return { server, volumes, spares: Number(spares) };
  });
  return {
    copies: [...first, ...further].sort(),
    volumes: new Map(servers.map(({ server, volumes }) => [server, volumes])),
    spares: new Map(servers.map(({ server, spares }) => [server, spares])),
  };
}
