import type { Figure } from '../../planner/sizing/figure.ts';
import { evaluate } from './evaluate.ts';

/** Whether the words of a figure's formula, evaluated with its operands, give its value. */
export function isItsWords(figure: Figure): boolean {
  const expected = Number(figure.value);
  return Math.abs(evaluate(figure) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** The ids of figures that lack a source, or have an operand that is neither a figure of the same value nor says where it comes from. */
export function unfounded(figures: readonly Figure[]): string[] {
  const byKey = new Map(figures.map((figure) => [keyOf(figure), figure]));
  return figures
    .filter(({ inputs, source, formula }) => {
      const founded = inputs.every((operand) =>
        operand.id === undefined ? Boolean(operand.source) : byKey.get(keyOf(operand))?.value === operand.value,
      );
      return source === '' || formula === '' || !founded;
    })
    .map(({ id }) => id);
}

/** What a figure or the operand that it is has in common. */
export function keyOf({ id, subject }: { readonly id?: string; readonly subject?: string }): string {
  return `${id} ${subject}`;
}
