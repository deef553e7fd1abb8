import { subject } from '../design/subject.ts';
import type { Block } from './arrange.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import type { OpenHit } from './draft.ts';
import { textWidth } from './measure.ts';
import type { Bounds } from './scene.ts';
import { failedLook } from './looks.ts';
import { votesNote, witnessNote, witnessSites, witnessTitle } from './witnessSites.ts';

const overviewSize = 20;
export const witnessBox = { height: 46, gap: 12, minWidth: 176, maxWidth: 240, most: 3 } as const;

/**
 * The witness boxes of a block in a row, joined to each datacenter.
 * @param centre where the row stands, and the panels that it is joined to
 * @returns where the row begins and ends
 */
export function drawWitnesses(
  drawing: Drawing,
  block: Block,
  centre: { x: number; y: number; panels: readonly Bounds[] },
  parent: OpenHit | undefined,
): { left: number; right: number } {
  const sites = witnessSites(block);
  const shown = sites.length <= witnessBox.most ? sites : [];
  const boxes =
    sites.length === 0
      ? []
      : shown.length > 0
        ? shown.map((site) => ({
            title: witnessTitle(site),
            note: drawing.fates ? votesNote(site, drawing.fates) : witnessNote(site, block),
            dag: site.dags[0],
            stated: site.witness !== undefined,
            failed: site.dags.some(({ name }) => drawing.fates?.failed.has(subject.witness(name))),
          }))
        : [
            {
              title: `${sites.length} witnesses`,
              note: `of ${block.dags.length} DAGs`,
              dag: block.dags[0],
              stated: true,
              failed: block.dags.some(({ name }) => drawing.fates?.failed.has(subject.witness(name))),
            },
          ];
  const widths = boxes.map(({ title, note }) =>
    Math.min(
      witnessBox.maxWidth,
      Math.max(
        witnessBox.minWidth,
        textWidth(title, overviewSize, 600) + 16,
        textWidth(title, 12.5, 600) + 24,
        textWidth(note, 11.5, 400) + 24,
      ),
    ),
  );
  const total = widths.reduce((sum, width) => sum + width + witnessBox.gap, -witnessBox.gap);
  let x = centre.x - Math.max(0, total) / 2;
  const left = x;
  for (const [i, { title, note, dag, stated, failed }] of boxes.entries()) {
    const width = widths[i] ?? witnessBox.minWidth;
    const bounds = { x, y: centre.y, width, height: witnessBox.height };
    drawBox(drawing, bounds, title, note, { stated, failed });
    if (dag) {
      drawing.draft.hit(subject.witness(dag.name), bounds, parent);
      if (!failed) drawBadge(drawing, subject.witness(dag.name), x + width - 8, centre.y, 13);
    }
    x += width + witnessBox.gap;
  }
  const right = boxes.length > 0 ? x - witnessBox.gap : x;
  if (boxes.length > 0) for (const panel of centre.panels) drawElbow(drawing, panel, { left, right, y: centre.y });
  return { left, right };
}

function drawBox(
  { draft }: Drawing,
  bounds: Bounds,
  title: string,
  note: string,
  { stated, failed }: { readonly stated: boolean; readonly failed: boolean },
): void {
  const { x, y, width } = bounds;
  const frame = failed ? failedLook : ({ stroke: 'lineStrong', dashed: !stated } as const);
  draft.rect('panels', bounds, { radius: 10, fill: 'panel', strokeWidth: failed ? 1.5 : 1, ...frame });
  if (failed) draft.marker('badges', { x: x + width - 8, y, size: 14, marker: 'cross', role: 'red' });
  const text = { x: x + width / 2, anchor: 'middle', maxWidth: width - 16 } as const;
  draft.text('text', title, {
    ...text,
    y: y + (note ? 20 : 27),
    size: 12.5,
    weight: 600,
    role: stated ? 'ink' : 'ink2',
  });
  draft.text('overview', title, { ...text, y: y + 31, size: overviewSize, weight: 600, role: 'ink' });
  draft.text('text', note, { ...text, y: y + 36, size: 11.5, role: 'ink3' });
}

/** From the side of the row across and down to the top of a datacenter. */
function drawElbow({ draft }: Drawing, panel: Bounds, row: { left: number; right: number; y: number }): void {
  const x = panel.x + panel.width / 2;
  const middle = row.y + witnessBox.height / 2;
  const look = { stroke: 'lineStrong', strokeWidth: 1.5 } as const;
  if (x >= row.left && x <= row.right)
    draft.line(
      'lines',
      [
        [x, row.y + witnessBox.height],
        [x, panel.y],
      ],
      look,
    );
  else
    draft.line(
      'lines',
      [
        [x < row.left ? row.left : row.right, middle],
        [x, middle],
        [x, panel.y],
      ],
      look,
    );
}
