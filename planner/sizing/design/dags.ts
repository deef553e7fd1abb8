import { given, type Figure } from '../figure.ts';
import { figure, formula, NotStated, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { total } from '../total.ts';
import { databaseIOPS } from './databases.ts';
import * as servers from './servers.ts';
import type { DagScope, DatabaseScope, ServerScope } from './sheet.ts';
import { alike } from './sums.ts';

// What a DAG holds together. Sums leave nothing out: where a member does not have the figure, neither has the DAG.

const counted = 'The design';

export const serversPerDag = figure('serversPerDag', (dag: DagScope) =>
  count(dag, 'servers', dag.servers.length, 'servers'),
);

export const databasesPerDag = figure('databasesPerDag', (dag: DagScope) =>
  count(dag, 'databases', databasesOf(dag).length, 'databases'),
);

export const copiesPerDag = figure('copiesPerDag', (dag: DagScope) =>
  count(dag, 'copies', total(databasesOf(dag).map(({ placed }) => placed.copies.length)), 'databases'),
);

export const mailboxesPerDag = figure('mailboxesPerDag', (dag: DagScope) => {
  const known = databasesOf(dag).flatMap(({ load }) => load ?? []);
  if (known.length < databasesOf(dag).length) return undefined;
  return count(dag, 'mailboxes', total(known.map(({ mailboxes }) => mailboxes)), 'databases');
});

/** Peak random I/O of one copy of each database. */
export const iopsPerDag = figure('iopsPerDag', (dag: DagScope) => {
  const iops = databasesOf(dag).map((database) => databaseIOPS(database));
  if (iops.includes(undefined)) return undefined;
  return sum(
    dag,
    iops.flatMap((one) => one ?? []),
    'databases',
    'IOPS',
    calculator('A7'),
  );
});

export const databaseSpacePerDag = figure('databaseSpacePerDag', (dag: DagScope) =>
  ofServers(dag, servers.databaseSpacePerServer, calculator('A5')),
);
export const logSpacePerDag = figure('logSpacePerDag', (dag: DagScope) =>
  ofServers(dag, servers.logSpacePerServer, calculator('A6')),
);
export const volumeSpacePerDag = figure('volumeSpacePerDag', (dag: DagScope) =>
  ofServers(dag, servers.volumeSpacePerServer, calculator('A5')),
);
export const iopsOfCopiesPerDag = figure('iopsOfCopiesPerDag', (dag: DagScope) =>
  ofServers(dag, servers.serverIOPS, calculator('A7')),
);
export const logIOPSPerDag = figure('logIOPSPerDag', (dag: DagScope) =>
  ofServers(dag, servers.logIOPSPerServer, calculator('A7')),
);
export const backgroundMaintenancePerDag = figure('backgroundMaintenancePerDag', (dag: DagScope) =>
  ofServers(dag, servers.backgroundMaintenancePerServer, calculator('A7')),
);
export const disksPerDag = figure('disksPerDag', (dag: DagScope) => ofServers(dag, servers.disksPerServer, counted));

function databasesOf({ sheet, dag }: DagScope): DatabaseScope[] {
  return (dag.databases ?? []).flatMap(({ name }) => sheet.databases.get(name) ?? []);
}

function ofServers(
  dag: DagScope,
  ofServer: (server: ServerScope) => Figure<number> | undefined,
  source: string,
): Recipe<number> | undefined {
  const figures = dag.servers.flatMap((server) => ofServer(server) ?? []);
  if (figures.length < dag.servers.length || figures.length === 0) return undefined;
  return sum(dag, figures, 'servers', 'each', source);
}

/** A sum, equal figures together. @param of what they are of @param what what each is, in words */
function sum(
  dag: DagScope,
  figures: readonly Figure<number>[],
  of: string,
  what: string,
  source: string,
): Recipe<number> {
  const { counts, each } = alike(
    figures.map((figure) => ({ figure, count: 1 })),
    of,
  );
  if (!each[0]) throw new NotStated(`${dag.path}/${of}`);
  return formula({
    unit: each[0].unit,
    words: `Σ(${of} × ${what})`,
    of: { [of]: counts, [what]: each },
    value: () => total(figures.map(({ value }) => value)),
    source,
  });
}

function count(dag: DagScope, unit: string, value: number, list: string): Recipe<number> {
  return formula({
    unit,
    words: unit,
    of: { [unit]: given(value, unit, `${dag.path}/${list}`) },
    value: () => value,
    source: counted,
  });
}
