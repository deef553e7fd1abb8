import { describe, expect, it } from 'vitest';
import { rowsInView, type RowsInView } from '../../../renderer/controls/rowsInView.ts';

/** "0–17 (9550)": runs of rows, with the heights left out before and after them. */
function inWords({ rows, below }: RowsInView): string {
  const runs: { from: number; to: number; above: number }[] = [];
  for (const { index, above } of rows) {
    const run = runs.at(-1);
    if (run && above === 0) run.to = index;
    else runs.push({ from: index, to: index, above });
  }
  return [...runs.map(({ from, to, above }) => `(${above}) ${from}–${to}`), `(${below})`].join(' ');
}

describe('rowsInView(count, rowHeight, scrollTop, height, kept)', () => {
  it.each([
    ['the top of a long list', [400, 25, 0, 250], '(0) 0–17 (9550)'],
    ['its middle', [400, 25, 5000, 250], '(4800) 192–217 (4550)'],
    ['its end', [400, 25, 9750, 250], '(9550) 382–399 (0)'],
    ['a list that has become shorter than the scroll', [3, 25, 9750, 250], '(75)'],
    ['an empty list', [0, 25, 0, 250], '(0)'],
    ['a kept row far below the visible ones', [400, 25, 0, 250, 399], '(0) 0–17 (9525) 399–399 (0)'],
    ['a kept row far above them', [400, 25, 9750, 250, 2], '(50) 2–2 (9475) 382–399 (0)'],
    ['a kept row next to them', [400, 25, 0, 250, 18], '(0) 0–18 (9525)'],
    ['a kept row among them', [400, 25, 0, 250, 3], '(0) 0–17 (9550)'],
    ['a kept row that the list no longer has', [10, 25, 0, 250, 12], '(0) 0–9 (0)'],
    ['no kept row', [10, 25, 0, 250, -1], '(0) 0–9 (0)'],
  ] as const)('%s', (_, [count, rowHeight, scrollTop, height, kept], view) => {
    expect(inWords(rowsInView(count, rowHeight, scrollTop, height, kept))).toBe(view);
  });

  it('a few rows may be taller: what is left out counts them, and no visible row is missing', () => {
    const taller = new Map([
      [3, 40],
      [200, 60],
      [900, 1000],
    ]);
    const heights = Array.from({ length: 400 }, (_, index) => 25 + (taller.get(index) ?? 0));
    const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, each) => sum + each, 0));
    for (const scrollTop of [0, 90, 130, 5000, 5100, 9850]) {
      const { rows, below } = rowsInView(400, 25, scrollTop, 250, 7, taller);
      const shown = new Set(rows.map(({ index }) => index));
      expect(rows.reduce((sum, { index, above }) => sum + above + (heights[index] ?? 0), below)).toBe(10_100);
      const visible = tops.flatMap((top, index) =>
        top < scrollTop + 250 && top + (heights[index] ?? 0) > scrollTop ? [index] : [],
      );
      expect(visible.filter((index) => !shown.has(index))).toEqual([]);
      expect(shown.size).toBeLessThan(45);
    }
  });

  it('rows and what is left out are together as high as the whole list', () => {
    for (const kept of [undefined, 0, 150, 399]) {
      const { rows, below } = rowsInView(400, 25, 5013, 333, kept);
      expect(rows.reduce((sum, { above }) => sum + above + 25, below)).toBe(10_000);
    }
  });
});
