import { bench, describe } from 'vitest';
import { copyTables, placeDatabases } from '../planner/simulate/failover/index.ts';
import { diskSets, failureSets, inOneGo, simulateFailover } from '../planner/simulate/survivors/index.ts';
import { playTimeline } from '../planner/simulate/timeline/index.ts';
import { everySet, plainDiskFailure, plainFailure } from '../test/oracle/failover.ts';
import { diskSelectors, plainDag } from '../test/simulate/plainDag.ts';
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

// One in fifty of the pairs for the brute force, or it takes minutes; multiply its time by fifty.
describe('every pair of the 400 disks of 16 servers, 400 databases', () => {
  const dag = plainDag(design);
  const disks = diskSelectors(design).length;
  const pairs = Array.from({ length: disks }, (_, a) => Array.from({ length: a }, (_, b) => [b, a])).flat();
  bench('diskSets', () => void inOneGo(diskSets({ ...design }, 2)), {
    time: 0,
    iterations: 3,
    warmupTime: 0,
    warmupIterations: 1,
  });
  bench(
    'plain brute force of the tests, every fiftieth pair',
    () => {
      for (let i = 0; i < pairs.length; i += 50) plainDiskFailure(dag, pairs[i] ?? []);
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

describe('a datacenter of 16 servers, 400 databases, lost for two days', () => {
  const subject = `datacenter:${server.value.datacenter}`;
  const events = [
    { atMinutes: 0, subject },
    { atMinutes: 2880, kind: 'recover' as const, subject },
  ];
  bench('playTimeline', () => void playTimeline(design, { events }), { time: 500, iterations: 3 });
});
