interface At {
  readonly datacenter: number;
  readonly server: number;
}

/**
 * Active databases per server after a failure: the lowest surviving preference wins, the last copy (the lagged one)
 * only where nothing else is left. Written apart from the planner.
 */
export function failureCounts(
  rows: readonly (readonly At[])[],
  n: number,
  failed: readonly number[],
): { active: number[]; laggedOnly: number } {
  const active = new Array<number>(2 * n).fill(0);
  let laggedOnly = 0;
  for (const row of rows) {
    const up = row.map(({ datacenter, server }) => datacenter * n + server).map((s) => (failed.includes(s) ? -1 : s));
    const winner = up.findIndex((s) => s >= 0);
    const server = up[winner];
    if (server === undefined) continue;
    active[server] = (active[server] ?? 0) + 1;
    if (winner === row.length - 1) laggedOnly++;
  }
  return { active, laggedOnly };
}
