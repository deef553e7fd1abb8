import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { constructDesign, sizeRequirements } from '../../planner/construct/index.ts';
import { loadRequirements } from '../../planner/design/load.ts';
import type { Requirements } from '../../planner/design/types.ts';

const loaded = loadRequirements(
  readFileSync(resolve(import.meta.dirname, '../../examples/contoso.requirements.json'), 'utf8'),
);
if (!loaded.ok) throw new Error('The example requirements do not load.');
const contoso = loaded.value;

const shape = { serversPerDatacenter: 8, dags: 1 };
const model = { name: 'Other', cores: 24, dataDisk: contoso.hardware?.dataDisk };

/** What can be sized and not laid out, with the path that the refusal names. */
const limits: [string, Partial<Requirements>, string][] = [
  ['a passive datacenter', { userDistribution: 'activePassive' }, '/userDistribution'],
  [
    'one datacenter',
    { userDistribution: 'oneDatacenter', datacenters: [{ name: 'East' }], serversPerDatacenter: 16 },
    '/userDistribution',
  ],
  [
    'unequal copies',
    {
      copies: { highlyAvailable: 3, lagged: 1, highlyAvailableInSecondDatacenter: 2 },
      userDistribution: 'activeActiveOneDag',
    },
    '/copies/highlyAvailableInSecondDatacenter',
  ],
  ['blocked activation', { activationBlockedInSecondDatacenter: true }, '/activationBlockedInSecondDatacenter'],
  [
    'other servers in the second datacenter',
    { hardwareInSecondDatacenter: { ...contoso.hardware, ...model } },
    '/hardwareInSecondDatacenter',
  ],
  ['a number of databases', { databases: { count: 256 } }, '/databases/count'],
  ["the calculator's rule", { databases: { countRule: 'calculator' } }, '/databases/countRule'],
  ['a full block', { databases: { fullBlock: true } }, '/databases/fullBlock'],
  ['one database on a volume', { databases: { severalPerVolume: false } }, '/databases/severalPerVolume'],
  ['half as many databases on a volume', { databases: { perVolume: 'halfTheCopies' } }, '/databases/perVolume'],
  ['no JBOD', { storage: { jbod: false } }, '/storage/jbod'],
  ['a number of volumes', { storage: { dataVolumesPerServer: 20 } }, '/storage/dataVolumesPerServer'],
];

describe('constructDesign(requirements) refuses what has no layout', () => {
  it.each(limits)('%s', (_, changed, path) => {
    const constructed = constructDesign({ ...contoso, ...changed });
    expect(constructed).toMatchObject({ ok: false, limit: 'input', path });
    expect(!constructed.ok && constructed.remedy).toContain('Leave it open');
  });

  it('and lays out lags, backups and a switched off Replay Lag Manager', () => {
    const constructed = constructDesign({
      ...contoso,
      truncationLagHours: 24,
      replayLagManagerEnabled: false,
      sizing: { backup: 'softwareVss', backupFrequency: 'weeklyFullDailyIncremental' },
    });
    if (!constructed.ok) throw new Error(constructed.message);
    const [dag] = constructed.design.dags ?? [];
    expect(dag?.replayLagManagerEnabled).toBe(false);
    expect(dag?.databases?.[0]?.copies?.map(({ truncationLagHours }) => truncationLagHours)).toEqual([0, 0, 0, 24]);
  });
});

describe('sizeRequirements(requirements)', () => {
  it.each(limits.filter(([name]) => name !== 'unequal copies'))('sizes %s all the same', (_, changed) => {
    const sized = sizeRequirements({ ...contoso, ...shape, ...changed });
    if (!sized.ok) throw new Error(JSON.stringify(sized.problems));
    expect(sized.refusal).toBeUndefined();
    expect(sized.figures.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['databasesPerDag', 'cpuUtilization.worst', 'memory', 'disks', 'transportDatabase']),
    );
  });

  it('takes servers, DAGs and databases of the design that open requirements make', () => {
    const constructed = constructDesign(contoso);
    const sized = sizeRequirements(contoso);
    if (!constructed.ok || !sized.ok) throw new Error('no design');
    const value = (id: string) => sized.figures.find((figure) => figure.id === id)?.value;
    const { summary } = constructed;
    expect([value('servers'), value('databases'), value('disks')]).toEqual([
      summary.servers,
      summary.databases,
      summary.disks,
    ]);
    expect(value('copiesPerServer')).toBe(summary.copiesPerServer);
  });

  it('says why nothing was chosen where requirements leave servers open and make no design', () => {
    const sized = sizeRequirements({ ...contoso, userDistribution: 'activePassive' });
    if (!sized.ok) throw new Error('refused');
    expect(sized.refusal?.path).toBe('/userDistribution');
    const ids = sized.figures.map(({ id }) => id);
    expect(ids).toContain('mailboxSizeOnDisk');
    expect(ids).not.toContain('databasesPerDag');
  });
});
