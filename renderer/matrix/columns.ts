import { textWidth } from '../../planner/diagram/measure.ts';
import type { MatrixModel } from './matrixModel.ts';

/** Widths and heights of the matrix in CSS pixels. */
export interface Columns {
  readonly name: number;
  readonly cell: number;
  readonly total: number;
  /** Whether the servers' names stand upright because the columns are too narrow for them. */
  readonly vertical: boolean;
  readonly serverHeight: number;
  readonly headerHeight: number;
  readonly footerHeight: number;
}

const narrowest = 30;
const widest = 76;
const headingSize = 11;
const rowHeight = 25;
const footerRow = 21;

/** Columns as wide as the room allows; the names decide whether they lie or stand. */
export function measureColumns(model: MatrixModel | undefined, width: number): Columns {
  const rows = model?.dag.databases ?? [];
  const longest = Math.max(0, ...rows.slice(0, 500).map(({ name }) => textWidth(name, 13, 400)));
  const name = Math.round(Math.min(240, Math.max(110, longest + 30)));
  const count = Math.max(1, model?.servers.length ?? 1);
  const cell = Math.floor(Math.min(widest, Math.max(narrowest, (width - name - 16) / count)));
  const server = Math.max(0, ...(model?.servers ?? []).map((each) => textWidth(each.name, headingSize, 600)));
  const vertical = server > cell - 6;
  const serverHeight = vertical ? Math.min(140, Math.ceil(server) + 14) : rowHeight;
  return {
    name,
    cell,
    total: name + count * cell + 16,
    vertical,
    serverHeight,
    headerHeight: rowHeight + serverHeight,
    footerHeight: footerRow * (model?.totals.length ?? 0) + 8,
  };
}
