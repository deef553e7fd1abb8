import { given, type Figure, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { total } from '../total.ts';
import * as dags from './dags.ts';
import type { DagScope, Sheet } from './sheet.ts';
import { weigh } from './sums.ts';

// The whole design: what its DAGs have together, and what racks and licences take.

const counted = 'The design';

export const servers = figure('servers', (sheet: Sheet) => ofDags(sheet, dags.serversPerDag));
export const databases = figure('databases', (sheet: Sheet) => ofDags(sheet, dags.databasesPerDag));
export const copies = figure('copies', (sheet: Sheet) => ofDags(sheet, dags.copiesPerDag));
export const mailboxes = figure('mailboxes', (sheet: Sheet) => ofDags(sheet, dags.mailboxesPerDag));
export const databaseSpace = figure('databaseSpace', (sheet: Sheet) => ofDags(sheet, dags.databaseSpacePerDag));
export const totalLogSpace = figure('totalLogSpace', (sheet: Sheet) => ofDags(sheet, dags.logSpacePerDag));
export const volumeSpace = figure('volumeSpace', (sheet: Sheet) => ofDags(sheet, dags.volumeSpacePerDag));
export const totalIOPS = figure('totalIOPS', (sheet: Sheet) => ofDags(sheet, dags.iopsOfCopiesPerDag));
export const totalLogIOPS = figure('totalLogIOPS', (sheet: Sheet) => ofDags(sheet, dags.logIOPSPerDag));
export const totalBackgroundMaintenance = figure('totalBackgroundMaintenance', (sheet: Sheet) =>
  ofDags(sheet, dags.backgroundMaintenancePerDag),
);
export const disks = figure('disks', (sheet: Sheet) => ofDags(sheet, dags.disksPerDag));

/** Height of all servers in racks; enclosures with more bays are not known. */
export const rackUnits = figure('rackUnits', (sheet: Sheet) => {
  const models = new Map<string, { count: number; height: Quantity<number> }>();
  for (const { hardware, placed } of sheet.servers) {
    const height = hardware.get('formFactorU');
    const name = placed.hardware?.value.name ?? '';
    const model = models.get(name);
    if (model) model.count++;
    else models.set(name, { count: 1, height });
  }
  if (models.size === 0) return undefined;
  const all = [...models].map(([of, { count, height }]) => ({
    servers: given(count, 'servers', 'of the model', of),
    height: { ...height, of },
  }));
  return formula({
    unit: 'U',
    words: 'Σ(servers × height)',
    of: { servers: all.map((model) => model.servers), height: all.map((model) => model.height) },
    value: (values) => weigh(values.servers, values.height),
    source: counted,
  });
});

/** Servers to license, by edition; absent where the design does not state its edition. */
export const serverLicences = figure('serverLicences', (sheet: Sheet) => {
  const all = servers(sheet);
  if (!all || !sheet.exchange.states('edition')) return undefined;
  const edition = sheet.exchange.get('edition');
  return formula({
    unit: `${edition.value} licences`,
    words: 'servers',
    of: { servers: all, edition },
    value: (values) => values.servers,
    source: counted,
  });
});

function ofDags(sheet: Sheet, ofDag: (dag: DagScope) => Figure<number> | undefined): Recipe<number> | undefined {
  const figures = sheet.dags.flatMap((dag) => ofDag(dag) ?? []);
  const [first] = figures;
  if (!first || figures.length < sheet.dags.length) return undefined;
  return formula({
    unit: first.unit,
    words: 'Σ(DAG)',
    of: { DAG: figures },
    value: (values) => total(values.DAG),
    source: first.source,
  });
}
