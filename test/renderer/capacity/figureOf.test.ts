import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import { serverLoads } from '../../../planner/sizing/index.ts';
import { whatIfEdits } from '../../../planner/sizing/whatIf.ts';
import { applyCommand } from '../../../planner/design/edit.ts';
import { columns } from '../../../renderer/capacity/table/columns.ts';
import { tableLines } from '../../../renderer/capacity/table/lines.ts';
import { totalsOf } from '../../../renderer/capacity/compare/totals.ts';
import { capacityRows } from '../../../renderer/capacity/rows.ts';
import { workingOf } from '../../../renderer/engine/answer.ts';
import { askEngine } from '../../../renderer/engine/ask.ts';

const loaded = loadDesign(readFileSync(new URL('../../../examples/contoso.dagwright.json', import.meta.url), 'utf8'));
if (!loaded.ok) throw new Error('The Contoso example does not load.');
const contoso = loaded.value;
const lines = tableLines(capacityRows(contoso, serverLoads(contoso)), 'every');

describe('the working of a number of the capacity view', () => {
  it('is there for every number of the table, and what it gives is that number', () => {
    for (const line of lines.filter((_, i) => i % 7 === 0)) {
      for (const column of columns.filter(({ isNumber }) => isNumber)) {
        const name = column.figure(line);
        const [figure] = name ? workingOf(contoso, name) : [];
        const value = Number(figure?.value);
        const [, used, available] = column.cells(line).map(Number);
        const share = value <= 2 || column.id === 'active' ? value : value / (available ?? NaN);
        expect([column.id, figure?.subject, share]).toEqual([
          column.id,
          name?.subject,
          expect.closeTo(column.id === 'active' ? Number(column.value(line)) : (used ?? NaN) / (available ?? NaN), 9),
        ]);
      }
    }
  });

  it('is there for every number of a comparison that has a figure', () => {
    for (const total of Object.values(totalsOf(contoso))) {
      if ('figure' in total && total.figure) expect(workingOf(contoso, total.figure)).not.toEqual([]);
    }
  });

  it('is that of what is tried where something is', () => {
    const whatIf = { cores: 12 };
    const name = { id: 'cpuUtilization.datacenter', subject: 'server:EX01' };
    const edits = whatIfEdits(contoso, whatIf);
    const { design } = applyCommand(contoso, { name: 'what-if', label: '', edits });
    const [tried] = workingOf(contoso, { ...name, whatIf });
    expect(tried?.value).toBe(workingOf(design, name)[0]?.value);
    expect(Number(tried?.value)).toBeCloseTo(2 * Number(workingOf(contoso, name)[0]?.value), 9);
  });
});

describe('the engine', () => {
  it('answers from the page itself where no worker runs', async () => {
    expect(await askEngine(contoso, 'totals', {})).toEqual(totalsOf(contoso));
  });
});
