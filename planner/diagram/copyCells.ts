import { disk } from './cardSize.ts';
import type { Bounds } from './scene.ts';

const gap = 1;

/** Where the copies of a disk stand, in reading order: up to four two by two, more in the squarest grid that holds them. */
export function copyCells(
  count: number,
  x: number,
  y: number,
): { readonly cells: readonly Bounds[]; readonly gap: number } {
  const columns = count <= 4 ? 2 : Math.ceil(Math.sqrt(count));
  const rows = count <= 4 ? 2 : Math.ceil(count / columns);
  const width = (disk.width - (columns - 1) * gap) / columns;
  const height = (disk.height - (rows - 1) * gap) / rows;
  const cells = Array.from({ length: count }, (_, i): Bounds => ({
    x: x + (i % columns) * (width + gap),
    y: y + Math.floor(i / columns) * (height + gap),
    width,
    height,
  }));
  return { cells, gap };
}
