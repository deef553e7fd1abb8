/** Puts widths into rows that are no wider than `room`, in order. */
export function flow(widths: readonly number[], gap: number, room: number): { index: number; offset: number }[][] {
  const rows: { index: number; offset: number }[][] = [];
  let end = Infinity;
  for (const [index, width] of widths.entries()) {
    const row = rows.at(-1);
    if (row && end + gap + width <= room) row.push({ index, offset: end + gap });
    else {
      rows.push([{ index, offset: 0 }]);
      end = -gap;
    }
    end += gap + width;
  }
  return rows;
}
