import type { Datacenter, Design } from '../../planner/design/types.ts';

type Two = readonly [string, string];

/** Two datacenters that no link joins yet, or why there are none. @param end one of the two, where it is given */
export function unlinked({ datacenters = [], links = [] }: Design, end?: string): Two | string {
  if (datacenters.length < 2) return 'a link joins two datacenters';
  const joined = free(
    datacenters,
    links.map(({ from, to }) => [from, to]),
    end,
  );
  return joined ?? (end ? `${end} is linked with every other datacenter` : 'every two datacenters are linked already');
}

/**
 * Two datacenters for servers that make no pair yet, those first that are in none; or why there are none.
 * @param end one of the two, where it is given
 */
export function unpaired({ datacenters = [], pairs = [] }: Design, end?: string): Two | string {
  const forServers = datacenters.filter(({ role }) => role !== 'witness');
  if (forServers.length < 2) return 'a pair takes two datacenters with servers';
  if (end !== undefined && !forServers.some(({ name }) => name === end)) return `${end} is for a witness only`;
  const paired = new Set(pairs.flatMap((pair) => pair.datacenters));
  const ordered = forServers.toSorted((a, b) => Number(paired.has(a.name)) - Number(paired.has(b.name)));
  const together = free(
    ordered,
    pairs.map((pair) => pair.datacenters),
    end,
  );
  return (
    together ??
    (end ? `${end} is in a pair with every other datacenter` : 'every two datacenters with servers are a pair already')
  );
}

/** The first two, in order, that are not together in `taken`; with `end` among them where it is given. */
function free(
  datacenters: readonly Datacenter[],
  taken: readonly (readonly string[])[],
  end: string | undefined,
): Two | undefined {
  const key = (a: string, b: string): string => [a, b].sort().join('/');
  const keys = new Set(taken.map(([a = '', b = '']) => key(a, b)));
  const names = datacenters.map(({ name }) => name);
  for (const [i, a] of names.entries()) {
    const isEnd = a === end;
    if (end !== undefined && !isEnd) continue;
    const other = (isEnd ? names : names.slice(i + 1)).find((b) => b !== a && !keys.has(key(a, b)));
    if (other !== undefined) return names.indexOf(other) < i ? [other, a] : [a, other];
  }
  return undefined;
}
