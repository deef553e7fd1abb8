import { indexDesign } from '../../../planner/design/index.ts';
import { subject } from '../../../planner/design/subject.ts';
import type { Design, Hardware } from '../../../planner/design/types.ts';
import { failureModes, serverLoads, sizeDesign, type Figure, type FailureMode } from '../../../planner/sizing/index.ts';
import type { FigureName } from '../../engine/figureName.ts';
import { largestOf } from '../capacity.ts';
import { figureOf } from '../figureOf.ts';
import { metrics, worstOf } from '../metrics.ts';
import { capacityRows } from '../rows.ts';

/** One thing that two designs are compared by; how it is written is the page's to say. */
export type Total = Amount | Names | Disks;

interface Amount {
  readonly kind: 'number' | 'share' | 'storageGB' | 'memoryGB';
  readonly value: number;
  /** "U", "Enterprise"; "" for a count, and where the kind tells it. */
  readonly unit: string;
  /** The figure whose working tells how it comes about, where it is one. */
  readonly figure?: FigureName;
}

/** What is told in words, such as the server models. */
interface Names {
  readonly kind: 'names';
  readonly names: readonly string[];
}

/** The sorts of data disks. */
interface Disks {
  readonly kind: 'disks';
  readonly disks: readonly DataDisk[];
}

export type DataDisk = Pick<NonNullable<Hardware['dataDisk']>, 'rpm' | 'interface'> & { readonly capacityGB: number };

/** What a design has and how full it is, by the line of the comparison; what is not known is absent. Plain data. */
export type Totals = Readonly<Record<string, Total>>;

/** Lines that are figures of the whole design. */
const figureIds = ['mailboxes', 'databases', 'copies', 'servers', 'disks', 'rackUnits', 'serverLicences'] as const;

export function totalsOf(design: Design): Totals {
  const ofDesign = new Map(
    sizeDesign(design)
      .figures.filter((figure) => figure.subject === subject.design)
      .map((figure) => [figure.id, figure]),
  );
  const totals: Record<string, Total> = {};
  for (const id of figureIds) {
    const figure = ofDesign.get(id);
    if (figure) totals[id] = ofFigure(figure);
  }
  Object.assign(totals, hardwareOf(design), loadsOf(design));
  const largest = largestOf(design);
  if (largest) {
    totals['largestDatabase'] = {
      kind: 'storageGB',
      value: largest.sizeGB,
      unit: '',
      figure: { id: 'databaseSize', subject: subject.database(largest.database) },
    };
  }
  return totals;
}

function ofFigure({ id, subject, value, unit }: Figure): Total {
  const edition = /^(.+) licences$/.exec(unit)?.[1];
  return { kind: 'number', value: Number(value), unit: unit === 'U' ? 'U' : (edition ?? ''), figure: { id, subject } };
}

/** Models, and what the servers have together; absent where a server's model does not state it. */
function hardwareOf(design: Design): Record<string, Total> {
  const models = [...indexDesign(design).servers.values()].map(({ hardware }) => hardware?.value);
  const names = distinct(models.map((model) => model?.name));
  const disks = distinct(models.map(diskOf), ({ capacityGB, rpm, interface: bus }) => `${capacityGB} ${rpm} ${bus}`);
  return {
    ...(names && { models: { kind: 'names', names } }),
    ...(disks && { diskSize: { kind: 'disks', disks } }),
    ...sumOf('cores', 'number', models, ({ cores }) => cores),
    ...sumOf('memory', 'memoryGB', models, ({ memoryGB }) => memoryGB),
  };
}

function diskOf(model: Hardware | undefined): DataDisk | undefined {
  const { capacityGB, rpm, interface: bus } = model?.dataDisk ?? {};
  if (capacityGB === undefined) return undefined;
  return { capacityGB, ...(rpm !== undefined && { rpm }), ...(bus !== undefined && { interface: bus }) };
}

/** Each sort that there is, once; undefined where there is none or one is not stated. */
function distinct<T>(all: readonly (T | undefined)[], key: (one: T) => unknown = (one) => one): T[] | undefined {
  const sorts = new Map<unknown, T>();
  for (const one of all) {
    if (one === undefined) return undefined;
    sorts.set(key(one), one);
  }
  return sorts.size === 0 ? undefined : [...sorts.values()];
}

function sumOf(
  id: string,
  kind: Amount['kind'],
  models: readonly (Hardware | undefined)[],
  amount: (model: Hardware) => number | undefined,
): Record<string, Total> {
  let value = 0;
  for (const model of models) {
    const stated = model && amount(model);
    if (stated === undefined) return {};
    value += stated;
  }
  return models.length === 0 ? {} : { [id]: { kind, value, unit: '' } };
}

export const loadId = (metric: string, mode: FailureMode): string => `${metric}.${mode}`;

/** The worst server in each failure. */
function loadsOf(design: Design): Record<string, Total> {
  const rows = capacityRows(design, serverLoads(design));
  const totals: Record<string, Total> = {};
  for (const metric of metrics) {
    for (const mode of failureModes) {
      const worst = worstOf(rows, metric, mode);
      if (!worst) continue;
      const { share } = worst.use;
      const figure = figureOf(metric.id, worst.row, mode);
      totals[loadId(metric.id, mode)] = { kind: 'share', value: share, unit: '', ...(figure && { figure }) };
    }
  }
  return totals;
}
