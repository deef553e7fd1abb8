import { textWidth } from '../measure.ts';
import type { Draft } from '../draft.ts';
import type { Role } from '../palette.ts';
import type { Marker } from '../scene.ts';
import { flow } from './flow.ts';

/** What came of what a picture shows, in a strip above its title block. */
export interface Caption {
  /** What happened: a sentence of any length. */
  readonly text: string;
  readonly figures: readonly CaptionFigure[];
}

export interface CaptionFigure {
  readonly label: string;
  readonly value: string;
  /** Colour and sign of the value, where it is worth one. */
  readonly level?: 'good' | 'warning' | 'bad' | undefined;
}

/** Lengths in points. */
const lengths = { padding: 8, gap: 22, line: 12, text: 8.5, row: 25, label: 6, value: 11, sign: 7, below: 6 } as const;

const looks: Readonly<Record<'good' | 'warning' | 'bad', { role: Role; sign?: Marker['marker'] }>> = {
  good: { role: 'ok' },
  warning: { role: 'amber', sign: 'triangle' },
  bad: { role: 'red', sign: 'cross' },
};

/** A caption laid out in a width, in points. */
export interface CaptionStrip {
  readonly height: number;
  /** Draws it with its top left corner at a point, into the tile that was begun last. */
  readonly draw: (draft: Draft, x: number, y: number) => void;
}

/** @param width in points, as everything here */
export function captionStrip({ text, figures }: Caption, width: number): CaptionStrip {
  const inner = width - 2 * lengths.padding;
  const lines = wrapped(text, lengths.text, inner);
  const rows = flow(
    figures.map((figure) => Math.min(inner, figureWidth(figure))),
    lengths.gap,
    inner,
  );
  const box = lengths.padding + lines.length * lengths.line + rows.length * lengths.row + 2;
  return {
    height: box + lengths.below,
    draw: (draft, x, y) => {
      draft.rect(
        'panels',
        { x, y, width, height: box },
        { radius: 4, fill: 'panel', stroke: 'line', strokeWidth: 0.75 },
      );
      const left = x + lengths.padding;
      for (const [i, line] of lines.entries()) {
        const at = { x: left, y: y + lengths.padding + 7 + i * lengths.line, maxWidth: inner + 0.5 };
        draft.text('text', line, { ...at, size: lengths.text, role: 'ink' });
      }
      const top = y + lengths.padding + lines.length * lengths.line;
      for (const [r, row] of rows.entries())
        for (const { index, offset } of row) {
          const figure = figures[index];
          if (figure) drawFigure(draft, figure, left + offset, top + r * lengths.row, inner);
        }
    },
  };
}

function figureWidth({ label, value, level }: CaptionFigure): number {
  const sign = level && looks[level].sign ? lengths.sign + 5 : 0;
  return Math.max(textWidth(label, lengths.label, 400), textWidth(value, lengths.value, 600) + sign);
}

function drawFigure(
  draft: Draft,
  { label, value, level }: CaptionFigure,
  x: number,
  y: number,
  maxWidth: number,
): void {
  const look = level && looks[level];
  draft.text('text', label, { x, y: y + 7, size: lengths.label, role: 'ink3', maxWidth });
  const baseline = y + 19;
  const place = { x, y: baseline, size: lengths.value, weight: 600, maxWidth } as const;
  const used = draft.text('text', value, { ...place, role: look?.role ?? 'ink' });
  if (!look?.sign) return;
  const middle = { x: x + used + 4 + lengths.sign / 2, y: baseline - lengths.value * 0.36 };
  draft.marker('badges', { marker: look.sign, ...middle, size: lengths.sign, role: look.role });
}

/** A text in lines that are no wider than `room`; a word that is wider has a line of its own. */
function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(longer, size, 400) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
