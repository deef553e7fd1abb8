import type { Database } from '../design/types.ts';

/** A database's mailboxes, as far as stated, and the servers that prefer to have it active; that is one, or a slip. */
interface ActiveDatabase {
  readonly mailboxes: number;
  readonly servers: readonly string[];
}

const known = new WeakMap<readonly Database[], readonly ActiveDatabase[]>();
const none: readonly Database[] = [];

/** The mailboxes of the databases that one of these servers prefers to have active. */
export function activeMailboxes(databases: readonly Database[] = none, servers: ReadonlySet<string>): number {
  let active = known.get(databases);
  if (!active) known.set(databases, (active = databases.map(activeDatabase)));
  let sum = 0;
  for (const database of active) if (database.servers.some((name) => servers.has(name))) sum += database.mailboxes;
  return sum;
}

function activeDatabase({ copies = [], mailboxes = {} }: Database): ActiveDatabase {
  return {
    mailboxes: Object.values(mailboxes).reduce<number>((sum, count) => sum + (count ?? 0), 0),
    servers: copies.flatMap(({ server, activationPreference }) => (activationPreference === 1 ? [server] : [])),
  };
}
