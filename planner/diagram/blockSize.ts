import type { Block } from './arrange.ts';
import { card, type CardSize } from './cardSize.ts';

/** Lengths of a datacenter panel, in scene units. */
export const panel = {
  padding: 14,
  header: 44,
  gap: 68,
  radius: 12,
  sectionHeader: 30,
  sectionGap: 10,
  emptyHeight: 56,
  /** Takes the header, and the clients above it. */
  minWidth: 340,
} as const;

/** Width to height of a wide screen's canvas. */
export const screenAspect = 1.55;
const mostCardColumns = 16;

/** How the cards of a block are laid out. */
export interface BlockSize {
  readonly cardColumns: number;
  readonly panelWidth: number;
  readonly panelHeight: number;
  /** Where the cards of each DAG begin, below the panel's top, and where its heading stands. */
  readonly sectionTops: readonly number[];
}

/** The number of card columns that brings the whole drawing nearest to a good aspect, and the sizes that follow. */
export function blockSize(block: Block, size: CardSize, blocks: number, aspect: number): BlockSize {
  const most = Math.max(1, ...block.columns.flatMap(({ sections }) => sections.map(({ servers }) => servers.length)));
  let best = sizeFor(block, size, 1);
  let bestCost = Infinity;
  for (let columns = Math.min(2, most); columns <= Math.min(most, mostCardColumns); columns++) {
    const candidate = sizeFor(block, size, columns);
    const width = block.columns.length * (candidate.panelWidth + panel.gap);
    const raggedness = (Math.ceil(most / columns) * columns - most) / most;
    const cost = Math.abs(Math.log(width / (candidate.panelHeight * blocks * aspect))) + raggedness;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** Whether the DAGs need headings to tell them apart. */
export function hasSectionHeaders(block: Block): boolean {
  return block.dags.length > 1;
}

function sizeFor(block: Block, size: CardSize, cardColumns: number): BlockSize {
  const sectionTops: number[] = [];
  let y: number = panel.header;
  for (const section of block.dags.keys()) {
    sectionTops.push(y);
    const most = Math.max(0, ...block.columns.map(({ sections }) => sections[section]?.servers.length ?? 0));
    const rows = Math.ceil(most / cardColumns);
    if (hasSectionHeaders(block)) y += panel.sectionHeader;
    y += rows * (size.height + card.gap) + (hasSectionHeaders(block) ? panel.sectionGap : 0);
  }
  const content = y > panel.header ? y - card.gap + panel.padding : panel.header + panel.emptyHeight;
  return {
    cardColumns,
    panelWidth: Math.max(panel.minWidth, 2 * panel.padding + cardColumns * (size.width + card.gap) - card.gap),
    panelHeight: Math.max(content, panel.header + panel.emptyHeight),
    sectionTops,
  };
}
