import type { CopyRow } from './copyOrder.ts';

/**
 * On which of its server's data volumes each copy stands: a server's copies fill its volumes in database order, as
 * many to a volume as a database has copies. In the order of `copyOrder` every volume then holds each activation
 * preference once, so that at most one of its copies is active in the normal state (facts C3.7, A4.12).
 * @returns per row and copy the number of the volume, from 0
 */
export function volumeOrder(rows: readonly CopyRow[]): number[][] {
  const held = new Map<string, number>();
  return rows.map((row) =>
    row.map(({ datacenter, server }) => {
      const key = `${datacenter}/${server}`;
      const before = held.get(key) ?? 0;
      held.set(key, before + 1);
      return Math.floor(before / row.length);
    }),
  );
}
