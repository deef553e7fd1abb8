import type { Dag, Datacenter, Design, Pair, Server } from '../design/types.ts';

/** What is drawn as one block: a datacenter pair with its DAGs, or whatever belongs to no pair. */
export interface Block {
  readonly pair: Pair | undefined;
  readonly dags: readonly Dag[];
  /** Side by side, in the order of the pair. */
  readonly columns: readonly Column[];
}

export interface Column {
  /** The datacenter's name; undefined where its servers state none. */
  readonly name: string | undefined;
  /** One per DAG of the block, in the same order in each column. */
  readonly sections: readonly Section[];
}

/** The members of a DAG in one datacenter. */
export interface Section {
  readonly dag: Dag;
  readonly servers: readonly Server[];
}

/** Which pairs, datacenters and servers are drawn, and in which order. Every server appears once, whatever is not stated. */
export function arrange(design: Design): Block[] {
  const pairs = design.pairs ?? [];
  const dags = (design.dags ?? []).map((dag) => ({ dag, pair: pairOf(dag, pairs) }));
  const blocks = pairs.map((pair) =>
    block(
      pair,
      dags.filter((entry) => entry.pair === pair).map(({ dag }) => dag),
      pair.datacenters,
    ),
  );
  const shown = new Set(blocks.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const witnessSites = new Set(
    (design.dags ?? []).flatMap((dag) => [dag.witness?.datacenter, dag.alternateWitness?.datacenter]),
  );
  const others = (design.datacenters ?? []).filter(
    (datacenter) => !shown.has(datacenter.name) && hostsServers(datacenter, witnessSites),
  );
  const unpaired = dags.filter(({ pair }) => !pair).map(({ dag }) => dag);
  if (unpaired.length > 0 || others.length > 0) {
    blocks.push(
      block(
        undefined,
        unpaired,
        others.map(({ name }) => name),
      ),
    );
  }
  return blocks;
}

/** The servers that are drawn: DAG by DAG, and of each its datacenters side by side. */
export function serversOf(blocks: readonly Block[]): Server[] {
  return blocks.flatMap(({ columns, dags }) =>
    dags.flatMap((_, i) => columns.flatMap(({ sections }) => sections[i]?.servers ?? [])),
  );
}

function hostsServers(datacenter: Datacenter, witnessSites: ReadonlySet<string | undefined>): boolean {
  return datacenter.role === undefined ? !witnessSites.has(datacenter.name) : datacenter.role === 'mailbox';
}

/** The pair a DAG states, else the one that holds all the datacenters its members state. */
function pairOf(dag: Dag, pairs: readonly Pair[]): Pair | undefined {
  if (dag.pair !== undefined) return pairs.find(({ name }) => name === dag.pair);
  const sites = new Set((dag.servers ?? []).flatMap(({ datacenter }) => datacenter ?? []));
  return sites.size === 0
    ? undefined
    : pairs.find(({ datacenters }) => [...sites].every((site) => datacenters.includes(site)));
}

function block(pair: Pair | undefined, dags: readonly Dag[], datacenters: readonly string[]): Block {
  const servers = dags.flatMap((dag) => dag.servers ?? []);
  const names = new Set<string | undefined>(datacenters);
  for (const { datacenter } of servers) if (datacenter !== undefined) names.add(datacenter);
  if (servers.some(({ datacenter }) => datacenter === undefined)) names.add(undefined);
  if (names.size === 0) names.add(undefined);
  return {
    pair,
    dags,
    columns: [...names].map((name) => ({
      name,
      sections: dags.map((dag) => ({
        dag,
        servers: (dag.servers ?? []).filter(({ datacenter }) => datacenter === name),
      })),
    })),
  };
}
