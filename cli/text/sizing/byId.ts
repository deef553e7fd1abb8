import type { Figure } from '../../../planner/sizing/figure.ts';

/** Figures by id, in their order. */
export type ById = ReadonlyMap<string, readonly Figure[]>;

export function byId(figures: readonly Figure[]): ById {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const list = found.get(figure.id);
    if (list) list.push(figure);
    else found.set(figure.id, [figure]);
  }
  return found;
}

/** The figure with the lowest and the one with the highest value; the first of several alike. */
export function range(figures: readonly Figure[]): readonly [Figure, Figure] | undefined {
  const [first, ...others] = figures;
  if (!first) return undefined;
  let [least, most] = [first, first];
  for (const figure of others) {
    if (Number(figure.value) < Number(least.value)) least = figure;
    if (Number(figure.value) > Number(most.value)) most = figure;
  }
  return [least, most];
}
