import type { Datacenter, Design } from '../../planner/design/types.ts';

type Two = readonly [string, string];

/** Two datacenters that no link joins yet, or why there are none. */
export function unlinked({ datacenters = [], links = [] }: Design): Two | string {
  if (datacenters.length < 2) return 'a link joins two datacenters';
  return (
    free(
      datacenters,
      links.map(({ from, to }) => [from, to]),
    ) ?? 'every two datacenters are linked already'
  );
}

/** Two datacenters for servers that make no pair yet, those first that are in none; or why there are none. */
export function unpaired({ datacenters = [], pairs = [] }: Design): Two | string {
  const forServers = datacenters.filter(({ role }) => role !== 'witness');
  if (forServers.length < 2) return 'a pair takes two datacenters with servers';
  const paired = new Set(pairs.flatMap((pair) => pair.datacenters));
  const ordered = forServers.toSorted((a, b) => Number(paired.has(a.name)) - Number(paired.has(b.name)));
  return (
    free(
      ordered,
      pairs.map((pair) => pair.datacenters),
    ) ?? 'every two datacenters with servers are a pair already'
  );
}

/** The first two, in order, that are not together in `taken`. */
function free(datacenters: readonly Datacenter[], taken: readonly (readonly string[])[]): Two | undefined {
  const key = (a: string, b: string): string => [a, b].sort().join('/');
  const keys = new Set(taken.map(([a = '', b = '']) => key(a, b)));
  for (const [i, { name: a }] of datacenters.entries()) {
    const other = datacenters.slice(i + 1).find(({ name: b }) => !keys.has(key(a, b)));
    if (other) return [a, other.name];
  }
  return undefined;
}
