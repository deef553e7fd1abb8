import { readFileSync } from 'node:fs';
import { loadDesign } from '../planner/design/load.ts';
import type { Dag, Database, DatabaseCopy, Design, Server, Volume } from '../planner/design/types.ts';
import { copyOrder } from '../planner/layout/copyOrder.ts';

const serversPerDatacenter = 8;
const copiesPerVolume = 4;

/**
 * The largest DAG that the Preferred Architecture knows, 16 servers with 400 databases and 1,600 copies, once or several
 * times: the Contoso example in everything else, so that every rule finds the fields it needs.
 */
export function largestDesign(dags = 1, databasesPerDag = 400): Design {
  const loaded = loadDesign(readFileSync(new URL('../examples/contoso.dagwright.json', import.meta.url), 'utf8'));
  if (!loaded.ok) throw new Error('The Contoso example does not load.');
  const [dag] = loaded.value.dags ?? [];
  if (!dag) throw new Error('The Contoso example has no DAG.');
  return { ...loaded.value, dags: Array.from({ length: dags }, (_, i) => enlarge(dag, i, databasesPerDag)) };
}

function enlarge(template: Dag, number: number, databasesPerDag: number): Dag {
  const servers = (template.servers ?? []).map((server, i) => ({ ...server, name: `EX${number}-${pad(i + 1)}` }));
  if (servers.length !== 2 * serversPerDatacenter) throw new Error('The Contoso example no longer has 16 servers.');
  const filled = servers.map(() => 0);
  const rows = copyOrder(serversPerDatacenter, databasesPerDag);
  const [first] = template.databases ?? [];
  const databases = rows.map((row, d): Database => ({
    ...first,
    name: `DB${number}-${pad(d + 1)}`,
    copies: row.map(({ datacenter, server }, p): DatabaseCopy => {
      const index = datacenter * serversPerDatacenter + server;
      const place = filled[index] ?? 0;
      filled[index] = place + 1;
      return {
        ...first?.copies?.[p],
        server: servers[index]?.name ?? '',
        volume: volumeName(Math.floor(place / copiesPerVolume)),
        activationPreference: p + 1,
      };
    }),
  }));
  return {
    ...template,
    name: `DAG${number + 1}`,
    servers: servers.map((server, i) => withVolumes(server, filled[i] ?? 0)),
    databases,
  };
}

function withVolumes(server: Server, copies: number): Server {
  const data = server.volumes?.find(({ role }) => role === 'data');
  const spare = server.volumes?.find(({ role }) => role === 'spare');
  const count = Math.ceil(copies / copiesPerVolume);
  const volumes = Array.from({ length: count }, (_, v): Volume => ({ ...data, name: volumeName(v) }));
  return { ...server, volumes: spare ? [...volumes, { ...spare, name: volumeName(count) }] : volumes };
}

function volumeName(index: number): string {
  return `VOL${pad(index + 1)}`;
}

function pad(number: number): string {
  return String(number).padStart(3, '0');
}
