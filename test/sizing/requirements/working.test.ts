import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../../planner/design/types.ts';
import type { Figure } from '../../../planner/sizing/figure.ts';
import { sizePlan } from '../../../planner/sizing/requirements/index.ts';
import { isItsWords, keyOf, unfounded } from '../working.ts';
import { anyRequirements, usual } from './samples.ts';

function figuresOf(requirements: Requirements): readonly Figure[] | undefined {
  const sized = sizePlan(requirements, { version: requirements.exchange?.version ?? '2016' });
  return sized.ok ? sized.figures : undefined;
}

describe('sizePlan(requirements) gives figures with their working', () => {
  it('whose words evaluate to their value, for any mix of inputs', () => {
    let sized = 0;
    fc.assert(
      fc.property(anyRequirements, (requirements) => {
        const figures = figuresOf(requirements);
        if (!figures) return;
        sized++;
        expect(
          figures.filter((figure) => typeof figure.value !== 'string' && !isItsWords(figure)).map(({ id }) => id),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(sized).toBeGreaterThan(40);
  });

  it('whose operands are figures of the same sizing with the same value, or say where they come from', () => {
    fc.assert(
      fc.property(anyRequirements, (requirements) => {
        const figures = figuresOf(requirements) ?? [];
        expect(new Set(figures.map(keyOf)).size).toBe(figures.length);
        expect(unfounded(figures)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('which no figure is part of itself', () => {
    const figures = figuresOf(usual) ?? [];
    const byKey = new Map(figures.map((figure) => [keyOf(figure), figure]));
    const depths = new Map<Figure, number>();
    const depth = (figure: Figure, above: readonly Figure[]): number => {
      expect(above).not.toContain(figure);
      const known = depths.get(figure);
      if (known !== undefined) return known;
      const parts = figure.inputs.flatMap((operand) => byKey.get(keyOf(operand)) ?? []);
      const found = 1 + Math.max(0, ...parts.map((part) => depth(part, [...above, figure])));
      depths.set(figure, found);
      return found;
    };
    expect(Math.max(...figures.map((figure) => depth(figure, [])))).toBeGreaterThan(8);
  });
});
