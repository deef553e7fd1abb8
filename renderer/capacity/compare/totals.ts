import { formatCount, formatNumber, formatPercent } from '../../../planner/design/format.ts';
import { indexDesign } from '../../../planner/design/index.ts';
import { subject } from '../../../planner/design/subject.ts';
import type { Design, Hardware } from '../../../planner/design/types.ts';
import { failureModes, serverLoads, sizeDesign, type Figure, type FailureMode } from '../../../planner/sizing/index.ts';
import type { FigureName } from '../../engine/figureName.ts';
import { largestOf } from '../capacity.ts';
import { figureOf } from '../figureOf.ts';
import { metrics, worstOf } from '../metrics.ts';
import { capacityRows } from '../rows.ts';

/** One thing that two designs are compared by. */
export interface Total {
  readonly text: string;
  /** Undefined for what is told in words, such as the server models. */
  readonly value?: number;
  /** The figure whose working tells how it comes about, where it is one. */
  readonly figure?: FigureName;
}

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
      text: `${formatCount(largest.sizeGB)} GB`,
      value: largest.sizeGB,
      figure: { id: 'databaseSize', subject: subject.database(largest.database) },
    };
  }
  return totals;
}

function ofFigure({ id, subject, value, unit }: Figure): Total {
  const edition = /^(.+) licences$/.exec(unit)?.[1];
  const number = Number(value);
  return {
    text: [formatNumber(number), unit === 'U' ? 'U' : edition].filter(Boolean).join(' '),
    value: number,
    figure: { id, subject },
  };
}

/** Models, and what the servers have together; absent where a server's model does not state it. */
function hardwareOf(design: Design): Record<string, Total> {
  const models = [...indexDesign(design).servers.values()].map(({ hardware }) => hardware?.value);
  return {
    ...inWords(
      'models',
      models.map((model) => model?.name),
    ),
    ...inWords('diskSize', models.map(diskText)),
    ...sumOf('cores', models, ({ cores }) => cores),
    ...sumOf('memory', models, ({ memoryGB }) => memoryGB, 'GB'),
  };
}

function diskText(model: Hardware | undefined): string | undefined {
  const { capacityGB, rpm, interface: bus } = model?.dataDisk ?? {};
  if (capacityGB === undefined) return undefined;
  return [`${formatCount(capacityGB)} GB`, rpm === undefined ? '' : `${formatNumber(rpm / 1000)}K`, bus]
    .filter(Boolean)
    .join(' ');
}

/** "PA server 24C", or the names of all there are; absent where one is not stated. */
function inWords(id: string, names: readonly (string | undefined)[]): Record<string, Total> {
  const distinct = new Set(names);
  if (names.length === 0 || distinct.has(undefined)) return {};
  return { [id]: { text: [...distinct].join(', ') } };
}

function sumOf(
  id: string,
  models: readonly (Hardware | undefined)[],
  amount: (model: Hardware) => number | undefined,
  unit = '',
): Record<string, Total> {
  let value = 0;
  for (const model of models) {
    const stated = model && amount(model);
    if (stated === undefined) return {};
    value += stated;
  }
  return models.length === 0 ? {} : { [id]: { text: `${formatCount(value)} ${unit}`.trim(), value } };
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
      totals[loadId(metric.id, mode)] = { text: formatPercent(share), value: share, ...(figure && { figure }) };
    }
  }
  return totals;
}
