import { bench, describe } from 'vitest';
import { improveLayout } from '../planner/construct/index.ts';
import { indexDesign } from '../planner/design/index.ts';
import type { Design } from '../planner/design/types.ts';
import { layoutEvenness } from '../planner/layout/index.ts';
import { largestDesign } from './largest.ts';

const design = largestDesign();
const [dag] = indexDesign(design).dags.values();
if (!dag) throw new Error('The largest design has no DAG.');

/** Databases of 100 to 199 mailboxes of the design's own tier. */
function unequal(): Design {
  const [tier] = design.mailboxTiers ?? [];
  const databases = (dag?.value.databases ?? []).map((database, d) => ({
    ...database,
    mailboxes: { [tier?.name ?? '']: 100 + ((d * 37) % 100) },
  }));
  return { ...design, dags: [{ ...dag?.value, name: 'DAG1', databases }] };
}

/** Fourteen of the servers hold everything; two are new and empty. */
function lopsided(): Design {
  const servers = dag?.value.servers ?? [];
  const last = new Set([servers[7]?.name, servers[15]?.name]);
  const databases = (dag?.value.databases ?? []).map((database) => ({
    ...database,
    copies: (database.copies ?? []).filter(({ server }) => !last.has(server)),
  }));
  return { ...design, dags: [{ ...dag?.value, name: 'DAG1', databases }] };
}

describe('layout of 16 servers, 400 databases', () => {
  const options = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
  const weighed = unequal();
  const lacking = lopsided();
  bench('layoutEvenness', () => void layoutEvenness(design, dag), options);
  bench('improveLayout, nothing to do', () => void improveLayout(design), options);
  bench('improveLayout, databases of unequal load', () => void improveLayout(weighed), options);
  bench('improveLayout, two servers lost and come back empty', () => void improveLayout(lacking), options);
});
