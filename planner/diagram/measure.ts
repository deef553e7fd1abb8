import widths from './generated/inter-widths.json' with { type: 'json' };

interface WidthTable {
  readonly default: number;
  readonly widths: Readonly<Record<string, number>>;
}

export type Weight = 400 | 600;

const tables: Readonly<Record<Weight, WidthTable>> = { 400: widths.weights[400], 600: widths.weights[600] };

/**
 * The width of a text in Inter, from the typeface's own advance widths, in the unit of `size`. Kerning is left out, it
 * makes text narrower; a character that Inter lacks counts as one em.
 */
export function textWidth(text: string, size: number, weight: Weight): number {
  const table = tables[weight];
  let units = 0;
  for (const character of text)
    units += Object.hasOwn(table.widths, character) ? (table.widths[character] ?? 0) : table.default;
  return (units / widths.unitsPerEm) * size;
}

/** The text, or as much of its beginning as fits into `maxWidth` with an ellipsis; "" where not even that fits. */
export function shorten(text: string, size: number, weight: Weight, maxWidth: number): string {
  if (textWidth(text, size, weight) <= maxWidth) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(cut(characters, middle), size, weight) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : cut(characters, low);
}

function cut(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
