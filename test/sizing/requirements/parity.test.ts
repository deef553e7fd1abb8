import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../../planner/design/types.ts';
import { sizePlan } from '../../../planner/sizing/requirements/index.ts';
import { usual } from './samples.ts';

const twoCopies = { copies: { highlyAvailable: 2, lagged: 0 }, databases: { count: 64 } };
const threeServers = { serversPerDatacenter: 3, databases: { count: 138, fullBlock: true } };
const passive = { userDistribution: 'activePassive', databases: { count: 72, fullBlock: true } } as const;
const unequal = { ...passive, copies: { highlyAvailable: 3, lagged: 0 }, databases: { count: 108 } };
const inTurn: Partial<Requirements> = {
  userDistribution: 'activeActiveSeveralDags',
  dags: 2,
  sizing: { restoreVolume: true },
};
const large: Partial<Requirements> = {
  hardware: { ...usual.hardware, name: 'Server', dataDisk: { ...usual.hardware?.dataDisk, capacityGB: 12_000 } },
  databases: { perVolume: 'halfTheCopies' },
};

/** Slips of the workbook as docs/sizing.md lists them: what differs, the figure of the datacenters or the whole, the workbook's, ours. */
const slips: [string, Partial<Requirements>, string, unknown[], unknown[]][] = [
  ['databases of the servers that are left move', twoCopies, 'databasesTakenOver.oneServer', [6, 6], [2, 2]],
  ['who takes them over stays as it was', twoCopies, 'activeDatabases.oneServer', [8, 8], [10, 10]],
  ['neighbours are rounded before they are subtracted', threeServers, 'activeDatabases.twoServers', [45], [46, 46]],
  ['a passive pair loses its first datacenter', passive, 'activeDatabases.datacenter', [0, 18], [18, 18]],
  ['unlike copies spread over all members', unequal, 'copiesPerServer', [40.5, 40.5], [54, 27]],
  ['two DAGs count as one', inTurn, 'remainingServers', [3], [6]],
  ['a volume holds undivided databases', inTurn, 'maximumDatabaseSize', [1415.610313], [2000]],
  ['databases grow beyond 2 TB', large, 'maximumDatabaseSize', [4083.491289], [2000]],
  [
    'JBOD does without Replay Lag Manager',
    { replayLagManagerEnabled: false },
    'storage',
    ['JBOD', 'JBOD'],
    ['RAID', 'RAID'],
  ],
  ['no SPECint_rate2006, no megacycles', {}, 'availableMegacycles', [0, 0], [32_000, 32_000]],
  ['no restore volume, a disk too small', {}, 'jbodRestoreDisks', ['disk too small', 'disk too small'], []],
];

describe('sizePlan(requirements) with and without calculatorParity', () => {
  it.each(slips)('%s', (_, changed, id, workbook, ours) => {
    const valuesOf = (calculatorParity: boolean): unknown[] => {
      const sized = sizePlan({ ...usual, ...changed, calculatorParity }, { version: '2013' });
      if (!sized.ok) throw new Error(JSON.stringify(sized.problems));
      return sized.figures.filter((figure) => figure.id === id).map(({ value }) => value);
    };
    const close = (values: readonly unknown[]): unknown[] =>
      values.map((value) => (typeof value === 'number' ? (expect.closeTo(value, 5) as unknown) : value));
    expect(valuesOf(true)).toEqual(close(workbook));
    expect(valuesOf(false)).toEqual(close(ours));
  });
});
