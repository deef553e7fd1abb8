import { subject } from '../design/subject.ts';
import type { Block } from './arrange.ts';
import { panel, type BlockSize } from './blockSize.ts';
import { drawNamespaces, drawOfficeOnline } from './drawClients.ts';
import { drawLink } from './drawLink.ts';
import { drawPanel } from './drawPanel.ts';
import { drawWitnesses, witnessBox } from './drawWitness.ts';
import { drawNotes, notesHeight, notesOf, type BlockNotes } from './drawNotes.ts';
import type { Drawing } from './drawing.ts';
import type { Bounds } from './scene.ts';

const titleHeight = 36;
const headHeight = witnessBox.height + 26;

/** One block: the pair's title where there are several, clients and witness above, the datacenters below. */
export function drawBlock(drawing: Drawing, block: Block, size: BlockSize, y: number, titled: boolean): Bounds {
  const { draft } = drawing;
  const { pair } = block;
  const top = y + (titled ? titleHeight : 0);
  const notes = notesOf(drawing.design, block);
  const bounds = blockBounds(block, size, y, titled, notes);
  const hit = pair && draft.hit(subject.pair(pair.name), bounds);
  const panels = block.columns.map(({ name }, i) => ({
    name,
    x: i * (size.panelWidth + panel.gap),
    y: top + headHeight,
    width: size.panelWidth,
    height: size.panelHeight,
  }));
  draft.beginTile({ ...bounds, height: top + headHeight - y });
  if (titled) {
    const name = pair ? pair.name : 'Without a datacenter pair';
    draft.text('text', name, {
      x: 0,
      y: y + 18,
      size: 15,
      weight: 600,
      role: pair ? 'ink' : 'ink2',
      maxWidth: bounds.width,
    });
    draft.text('overview', name, { x: 0, y: y + 26, size: 34, weight: 600, role: 'ink', maxWidth: bounds.width });
  }
  drawWitnesses(drawing, block, { x: bounds.width / 2, y: top, panels }, hit);
  if (pair && hit) {
    const room = size.panelWidth / 2 - 20;
    drawNamespaces(drawing, pair, 0, top, room, hit);
    drawOfficeOnline(drawing, pair, bounds.width, top, room, hit);
  }
  for (const [i, column] of block.columns.entries()) {
    const place = panels[i];
    const next = panels[i + 1];
    if (place) drawPanel(drawing, block, column, size, place, hit);
    if (place?.name !== undefined && next?.name !== undefined) {
      drawLink(drawing, { ...place, name: place.name }, { ...next, name: next.name }, hit);
    }
  }
  const under = top + headHeight + size.panelHeight;
  for (const [i, { x, width }] of panels.entries()) {
    drawNotes(drawing, notes.columns[i] ?? [], { x, y: under, width }, hit);
  }
  const lowest = under + columnNotesHeight(notes, size);
  drawNotes(drawing, notes.whole, { x: 0, y: lowest, width: bounds.width }, hit);
  return bounds;
}

function columnNotesHeight({ columns }: BlockNotes, { panelWidth }: BlockSize): number {
  return Math.max(0, ...columns.map((notes) => notesHeight(notes, panelWidth)));
}

function blockBounds(block: Block, size: BlockSize, y: number, titled: boolean, notes: BlockNotes): Bounds {
  const count = block.columns.length;
  const width = count === 0 ? size.panelWidth * 2 + panel.gap : count * (size.panelWidth + panel.gap) - panel.gap;
  const panels = count === 0 ? 0 : size.panelHeight;
  const below = columnNotesHeight(notes, size) + notesHeight(notes.whole, width);
  return { x: 0, y, width, height: (titled ? titleHeight : 0) + headHeight + panels + below };
}
