import generated from './generated/inter-widths.json' with { type: 'json' };

export type Weight = 400 | 600;

interface WidthTable {
  readonly widths: ReadonlyMap<string, number>;
  readonly fallback: number;
}

const tables: Readonly<Record<Weight, WidthTable>> = {
  400: { widths: new Map(Object.entries(generated.weights[400].widths)), fallback: generated.weights[400].default },
  600: { widths: new Map(Object.entries(generated.weights[600].widths)), fallback: generated.weights[600].default },
};

/**
 * The width of a text in Inter, from the typeface's own advance widths, in the unit of `size`. Kerning is left out, it
 * makes text narrower; a character that Inter lacks counts as one em.
 */
export function textWidth(text: string, size: number, weight: Weight): number {
  const { widths, fallback } = tables[weight];
  let units = 0;
  for (const character of text) units += widths.get(character) ?? fallback;
  return (units / generated.unitsPerEm) * size;
}

/** The text, or as much of its beginning as fits into `maxWidth` with an ellipsis; "" where not even that fits. */
export function shorten(text: string, size: number, weight: Weight, maxWidth: number): string {
  return fit(text, size, weight, maxWidth).shown;
}

/** `shorten`, and the width of what is left. */
export function fit(text: string, size: number, weight: Weight, maxWidth: number): { shown: string; width: number } {
  const width = textWidth(text, size, weight);
  if (width <= maxWidth) return { shown: text, width };
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(cut(characters, middle), size, weight) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  const shown = low === 0 ? '' : cut(characters, low);
  return { shown, width: textWidth(shown, size, weight) };
}

function cut(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
