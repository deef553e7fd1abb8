import { indexDesign } from '../../design/index.ts';
import type { Design, Pair } from '../../design/types.ts';
import type { DagState } from '../failover/index.ts';

/** How clients of one datacenter pair reach their mailboxes. */
export interface ClientAccess {
  readonly pair: string;
  /** Share of all connections that each server accepts, by name; the shares sum to 1 while a server is up. */
  readonly shares: ReadonlyMap<string, number>;
  /** Share of client traffic that goes on from one datacenter to another; 0 where no database is active. */
  readonly proxiedShare: number;
}

/**
 * Client access of each pair with unbound HTTP namespaces (facts A2.4, D1): connections spread evenly over the
 * datacenters with servers up, and there evenly over these servers; each is proxied to the server with the active copy.
 * Pairs whose namespaces are bound or not stated are left out.
 */
export function clientAccess(design: Design, dags: readonly DagState[]): ClientAccess[] {
  return [...indexDesign(design).pairs.values()]
    .filter(({ value }) => isUnbound(value))
    .map(({ value }) => {
      const own = dags.filter(({ table }) => table.dag.pair === value.name);
      const up = own.flatMap(({ table, serverUp }) => table.servers.filter((_, s) => serverUp[s] === 1));
      const sites = new Map<string | undefined, number>();
      for (const server of up) sites.set(server.value.datacenter, (sites.get(server.value.datacenter) ?? 0) + 1);
      const share = (site: string | undefined): number => 1 / sites.size / (sites.get(site) ?? 1);
      const isServing = own.some(({ chosen }) => chosen.some((candidate) => candidate >= 0));
      return {
        pair: value.name,
        shares: new Map(up.map((server) => [server.value.name, share(server.value.datacenter)])),
        proxiedShare: isServing ? 1 - 1 / sites.size : 0,
      };
    });
}

function isUnbound({ namespaces = [] }: Pair): boolean {
  const http = namespaces.filter(({ protocols }) => protocols?.includes('http'));
  return http.length > 0 && http.every(({ model }) => model === 'unbound');
}
