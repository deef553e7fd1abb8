import type { Database, DatabaseCopy, Requirements } from '../../design/types.ts';
import { isLagged, type CopyTable } from '../../simulate/failover/copyTable.ts';
import type { Figure } from '../figure.ts';
import { activeDatabases } from '../requirements/activation/index.ts';
import { Plan, type Site } from '../requirements/plan.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';

/** A DAG as the closed formulas see it. */
interface Shape {
  readonly plan: Plan;
  /** Its datacenters in the order of the plan's sites. */
  readonly datacenters: readonly string[];
}

const shapes = new WeakMap<CopyTable, Shape | 'none'>();

/**
 * What the closed formula for the shape of a DAG gives for the databases active on a server, where the layout itself gives another number,
 * and why. Nothing where they agree or the DAG has no shape that the formulas know: unequal datacenters, or databases with unlike copies.
 */
export function closedFormula({ server, mode, load }: ServerFailure): Figure['closedFormula'] {
  const site = siteOf(server);
  const value = site && activeDatabases(site.in(mode))?.value;
  const found = load.activeDatabases;
  if (value === undefined || Math.abs(value - found) < 1e-9) return undefined;
  return { value, why: reason(server.placed.value.maximumActiveDatabases, mode, value, found) };
}

/** The datacenter of a server as the closed formulas see it; undefined for a DAG of a shape that they do not know. */
export function siteOf({ table, placed }: ServerScope): Site | undefined {
  const shape = shapeOf(table);
  return shape?.plan.sites[shape.datacenters.indexOf(placed.value.datacenter ?? '')];
}

/**
 * Why a server's layout gives another number of active databases than a formula.
 * @param limit the server's hard limit
 */
export function reason(limit: number | undefined, mode: ServerFailure['mode'], value: number, found: number): string {
  if (limit === found && found < value)
    return 'fewer databases have their next copy on this server, or its limit of active databases holds, which the formula does not know';
  if (mode === 'normal')
    return 'the formula takes the average of the datacenter; the layout has its own numbers at home on each server';
  return found > value
    ? 'the formula spreads the databases of failed servers evenly; more of them have their next copy on this server'
    : 'the formula rounds up what each neighbour takes; fewer databases have their next copy on this server';
}

function shapeOf(table: CopyTable): Shape | undefined {
  let shape = shapes.get(table);
  if (shape === undefined) shapes.set(table, (shape = findShape(table) ?? 'none'));
  return shape === 'none' ? undefined : shape;
}

function findShape(table: CopyTable): Shape | undefined {
  const members = countBy(table.servers, ({ value }) => value.datacenter);
  const [first, second] = [...members.keys()];
  const sizes = new Set(members.values());
  const [servers] = sizes;
  if (members.size > 2 || sizes.size !== 1 || first === undefined || servers === undefined) return undefined;
  const datacenterOf = new Map(table.servers.map(({ value }) => [value.name, value.datacenter]));
  const homes = countBy(table.databases, (database) => homeOf(database, datacenterOf));
  const splits = countBy(table.databases, (database) => splitOf(database, datacenterOf));
  const [split] = splits.keys();
  const distribution = distributionOf(homes, second === undefined);
  if (splits.size !== 1 || !split || !distribution) return undefined;
  const [home = first] = homes.keys();
  const datacenters = second === undefined ? [first] : home === first ? [first, second] : [second, first];
  return { plan: planOf(table, distribution, servers, split), datacenters };
}

function planOf(
  table: CopyTable,
  distribution: Requirements['userDistribution'],
  servers: number,
  split: string,
): Plan {
  const [atHome = 0, laggedAtHome = 0, away = 0, laggedAway = 0] = split.split(' ').map(Number);
  return new Plan(
    {
      format: 'dagwright-requirements/1',
      name: table.dag.name,
      ...(distribution && { userDistribution: distribution }),
      serversPerDatacenter: servers,
      dags: 1,
      copies: {
        highlyAvailable: atHome + away,
        lagged: laggedAtHome + laggedAway,
        highlyAvailableInSecondDatacenter: away,
        laggedInSecondDatacenter: laggedAway,
      },
      databases: { count: table.databases.length },
      replayLagManagerEnabled: table.dag.replayLagManagerEnabled ?? true,
    },
    { version: '2016' },
  );
}

/** Both datacenters are home of as many databases, or one is home of all. */
function distributionOf(
  homes: ReadonlyMap<string | undefined, number>,
  alone: boolean,
): Requirements['userDistribution'] {
  if (homes.has(undefined)) return undefined;
  if (alone) return 'oneDatacenter';
  if (homes.size === 1) return 'activePassive';
  return new Set(homes.values()).size === 1 ? 'activeActiveOneDag' : undefined;
}

type Datacenters = ReadonlyMap<string, string | undefined>;

/** The datacenter of the copy that is active when nothing has failed. */
function homeOf({ copies = [] }: Database, datacenters: Datacenters): string | undefined {
  let preferred: DatabaseCopy | undefined;
  for (const copy of copies) if (!isLagged(copy) && (!preferred || rank(copy) < rank(preferred))) preferred = copy;
  return preferred && datacenters.get(preferred.server);
}

const rank = ({ activationPreference }: DatabaseCopy): number => activationPreference ?? Infinity;

/** Highly available and lagged copies at home, then away; undefined where a copy takes no part. */
function splitOf(database: Database, datacenters: Datacenters): string | undefined {
  const { copies = [] } = database;
  if (copies.length === 0 || copies.some(({ activationSuspended }) => activationSuspended === true)) return undefined;
  const home = homeOf(database, datacenters);
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  for (const copy of copies) counts[(datacenters.get(copy.server) === home ? 0 : 2) + (isLagged(copy) ? 1 : 0)]!++;
  return counts.join(' ');
}

function countBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
