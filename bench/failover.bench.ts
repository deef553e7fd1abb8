import { bench, describe } from 'vitest';
import { copyTables, placeDatabases } from '../planner/simulate/failover/index.ts';
import { failureSets, simulateFailover } from '../planner/simulate/survivors/index.ts';
import { everySet, plainFailure } from '../test/oracle/failover.ts';
import { plainDag } from '../test/simulate/plainDag.ts';
import { largestDesign } from './largest.ts';

const design = largestDesign();
const [server] = copyTables(design)[0]?.servers ?? [];
if (!server) throw new Error('The largest design has no server.');

// The ratio of the two is what walking from set to set is worth.
describe('all 65,536 failure sets of 16 servers, 400 databases', () => {
  const dag = plainDag(design);
  const sets = everySet(16, 16);
  const options = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
  bench('failureSets', () => void failureSets({ ...design }, { upTo: 16 }), options);
  bench(
    'plain brute force of the tests',
    () => {
      for (const set of sets) plainFailure(dag, set, false);
    },
    { time: 0, iterations: 1, warmupTime: 0, warmupIterations: 0 },
  );
});

describe('one failed server of 16, 400 databases', () => {
  const options = { time: 500, iterations: 3 };
  const failed = `server:${server.value.name}`;
  bench('placeDatabases', () => void placeDatabases(design, [failed]), options);
  bench('simulateFailover', () => void simulateFailover(design, [{ fail: [failed] }]), options);
});
