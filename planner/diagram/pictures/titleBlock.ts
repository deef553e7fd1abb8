import { counted } from '../../design/format.ts';
import type { Design } from '../../design/types.ts';
import type { Verdict } from '../../rules/rule.ts';
import { Draft } from '../draft.ts';
import { textWidth } from '../measure.ts';
import type { Bounds, Layer, LegendEntry } from '../scene.ts';
import { captionStrip, type Caption } from './caption.ts';
import { flow } from './flow.ts';

/** Lengths in points. */
const lengths = {
  padding: 8,
  gap: 18,
  row: 27,
  legendRow: 15,
  swatch: 9,
  name: 12,
  heading: 8.5,
  label: 6,
  value: 8,
  legend: 7.5,
} as const;

/** What the title block says besides the design's name. */
export interface Fields {
  readonly heading: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
}

/** The title block's fields, as far as they are stated. */
export function fieldsOf(
  { document, ruleset }: Design,
  heading: string,
  verdict: Verdict | undefined,
  sheet: { number: number; count: number },
): Fields {
  const all: [string, string | undefined][] = [
    ['Customer', document?.customer],
    ['Author', document?.author],
    ['Date', document?.date],
    ['Revision', document?.revision],
    ['Ruleset', verdict?.ruleset ?? ruleset],
    ['Verdict', verdict && verdictText(verdict)],
    ['Sheet', sheet.count > 1 ? `${sheet.number} of ${sheet.count}` : undefined],
  ];
  return { heading, fields: all.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) };
}

/** "PA 60 of 62 rules met, 2 deviations". */
function verdictText({ counts: { error, warning }, rules: { met, checked } }: Verdict): string {
  return [
    `PA ${met} of ${checked} rules met`,
    ...(error > 0 ? [`${error} unsupported`] : []),
    ...(warning > 0 ? [counted(warning, 'deviation')] : []),
  ].join(', ');
}

/** The title block with the legend and the caption above it, laid out in a width. */
export interface TitleBlock {
  readonly height: number;
  /** Draws it with its top left corner at a point. */
  readonly draw: (x: number, y: number) => Pick<Layer, 'name' | 'tiles'>[];
}

/** @param width in points, as everything here */
export function titleBlock(
  name: string,
  { heading, fields }: Fields,
  legend: readonly LegendEntry[],
  width: number,
  caption?: Caption,
): TitleBlock {
  const inner = width - 2 * lengths.padding;
  const widths = fields.map(([label, value]) =>
    Math.min(inner, Math.max(textWidth(label, lengths.label, 400), textWidth(value, lengths.value, 400))),
  );
  const titleWidth = Math.max(textWidth(name, lengths.name, 600), textWidth(heading, lengths.heading, 400));
  const fieldsWidth = widths.reduce((sum, each) => sum + each + lengths.gap, 0);
  const shared = titleWidth + fieldsWidth <= inner;
  const rows = flow(widths, lengths.gap, inner);
  const legendRows = flow(legend.map(entryWidth), lengths.gap * 0.75, width);
  const legendHeight = legendRows.length === 0 ? 0 : legendRows.length * lengths.legendRow + 5;
  const blockHeight = lengths.row + (shared ? 0 : rows.length * (lengths.row - 3)) + 6;
  const strip = caption && captionStrip(caption, width);
  const above = legendHeight + (strip?.height ?? 0);
  return {
    height: above + blockHeight,
    draw: (x, y) => {
      const draft = new Draft();
      draft.beginTile({ x, y, width, height: above + blockHeight });
      for (const [r, row] of legendRows.entries())
        for (const { index, offset } of row) {
          const entry = legend[index];
          if (entry) drawEntry(draft, entry, x + offset, y + r * lengths.legendRow);
        }
      strip?.draw(draft, x, y + legendHeight);
      const block = { x, y: y + above, width, height: blockHeight };
      draft.rect('panels', block, { radius: 4, fill: 'panel', stroke: 'lineStrong', strokeWidth: 0.75 });
      const left = x + lengths.padding;
      const room = shared ? inner - fieldsWidth : inner;
      draft.text('text', name, {
        x: left,
        y: block.y + 16,
        size: lengths.name,
        weight: 600,
        role: 'ink',
        maxWidth: room,
      });
      draft.text('text', heading, { x: left, y: block.y + 27, size: lengths.heading, role: 'ink2', maxWidth: room });
      const places = shared
        ? [
            {
              y: block.y,
              from: x + width - lengths.padding - fieldsWidth + lengths.gap,
              row: flow(widths, lengths.gap, Infinity)[0] ?? [],
            },
          ]
        : rows.map((row, r) => ({ y: block.y + lengths.row + r * (lengths.row - 3), from: left, row }));
      for (const { y: top, from, row } of places)
        for (const { index, offset } of row) {
          const [label = '', value = ''] = fields[index] ?? [];
          const at = { x: from + offset, maxWidth: (widths[index] ?? 0) + 0.5 };
          draft.text('text', label, { ...at, y: top + 12.5, size: lengths.label, role: 'ink3' });
          draft.text('text', value, { ...at, y: top + 23.5, size: lengths.value, role: 'ink' });
        }
      return draft.finish().layers;
    },
  };
}

function entryWidth({ label }: LegendEntry): number {
  return lengths.swatch + 5 + textWidth(label, lengths.legend, 400);
}

function drawEntry(draft: Draft, { label, swatch }: LegendEntry, x: number, y: number): void {
  const box: Bounds = { x, y: y + 1, width: lengths.swatch * 0.8, height: lengths.swatch + 1 };
  draft.rect('panels', box, { radius: 1.5, strokeWidth: 0.75, ...swatch });
  draft.text('text', label, {
    x: x + lengths.swatch + 4,
    y: y + 9,
    size: lengths.legend,
    role: 'ink2',
    maxWidth: Infinity,
  });
}
