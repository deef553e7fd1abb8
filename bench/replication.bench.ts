import { bench, describe } from 'vitest';
import type { Design } from '../planner/design/types.ts';
import { linkOutages, seedCopies, simulateReplication } from '../planner/simulate/replication/index.ts';
import { largestDesign } from './largest.ts';

const options = { time: 500, iterations: 3, warmupTime: 100, warmupIterations: 1 };

/** A wider or narrower link makes a new design, so that everything is reckoned anew. */
function withBandwidth(design: Design, bandwidthMbps: number): Design {
  return { ...design, links: (design.links ?? []).map((link) => ({ ...link, bandwidthMbps })) };
}

describe.each([
  ['16 servers, 400 databases', 1],
  ['10 DAGs of that size', 10],
] as const)('replication of %s', (_, dags) => {
  const design = largestDesign(dags);
  let bandwidth = 1000;
  bench(
    'a day, after the bandwidth was dragged',
    () => void simulateReplication(withBandwidth(design, bandwidth++)),
    options,
  );
  bench('an outage of a day', () => void linkOutages(design, 24), options);
  bench('a datacenter seeded anew', () => void seedCopies(design, 'datacenter:West'), options);
});
