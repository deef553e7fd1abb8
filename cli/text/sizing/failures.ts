import { formatPercent } from '../../../planner/design/format.ts';
import type { Figure } from '../../../planner/sizing/figure.ts';
import { failureModes, type FailureMode } from '../../../planner/sizing/serverLoad.ts';
import { columns } from '../columns.ts';
import { range, type ById } from './byId.ts';
import { amount } from './quantity.ts';

const names: Readonly<Record<FailureMode, string>> = {
  normal: 'Nothing',
  oneServer: 'One server',
  twoServers: 'Two servers of a datacenter',
  datacenter: 'A datacenter',
  datacenterAndOneServer: 'A datacenter and a server',
};

/** What the fullest server carries in each failure mode, and where the layout differs from the closed formula. */
export function failuresText(figures: ById, cpuLimit: number): string[] {
  const rows = failureModes.flatMap((mode) => {
    const active = most(figures.get(`activeDatabases.${mode}`));
    if (!active) return [];
    const cpu = most(figures.get(`cpuUtilization.${mode}`));
    const over = Number(cpu?.value) > cpuLimit ? `over ${formatPercent(cpuLimit)}` : '';
    return [[names[mode], amount(active), cpu ? amount(cpu) : 'not known', over, (cpu ?? active).subject]];
  });
  if (rows.length === 0) return [];
  const header = ['Failed', 'Active databases', 'CPU', '', 'fullest on'];
  const table = columns([header, ...rows], ['left', 'right', 'right', 'left', 'left'], '  ');
  return ['Failures: what the fullest server carries', ...table, ...differences(figures)];
}

/** Layout against formula: one line for each mode and reason, with the server on which they are furthest apart. */
function differences(figures: ById): string[] {
  return failureModes.flatMap((mode) => {
    const reasons = new Map<string, Figure>();
    for (const figure of figures.get(`activeDatabases.${mode}`) ?? []) {
      const why = figure.closedFormula?.why;
      if (why === undefined) continue;
      const known = reasons.get(why);
      if (!known || distance(figure) > distance(known)) reasons.set(why, figure);
    }
    return [...reasons].map(([why, figure]) => {
      const formula = amount({ ...figure, value: figure.closedFormula?.value ?? '' });
      return `  ${names[mode]}: ${amount(figure)} on ${figure.subject}, ${formula} by the closed formula: ${why}.`;
    });
  });
}

function distance({ value, closedFormula }: Figure): number {
  return Math.abs(Number(value) - Number(closedFormula?.value));
}

function most(figures: readonly Figure[] = []): Figure | undefined {
  return range(figures)?.[1];
}
