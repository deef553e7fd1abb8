import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../../planner/design/types.ts';
import { sizePlan } from '../../../planner/sizing/requirements/index.ts';
import { usual } from './samples.ts';

const disk = { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 } as const;
const withDisk = (changed: object): Partial<Requirements> => ({
  hardware: { name: 'Server', cores: 16, ...usual.hardware, dataDisk: { ...disk, ...changed } },
});
const withTier = (changed: object): Partial<Requirements> => ({
  mailboxTiers: [{ name: 'Standard', mailboxes: 12_000, messagesPerDay: 200, quotaMB: 10_240, ...changed }],
});
const away = (highlyAvailableInSecondDatacenter: number) => ({
  copies: { highlyAvailable: 3, lagged: 1, highlyAvailableInSecondDatacenter },
});
const odd = { userDistribution: 'activePassive', copies: { highlyAvailable: 3, lagged: 0 } } as const;
const share = { hourlyLogShare: new Array<number>(24).fill(0.05) };
const fast = 'RAID10, or disks of more than 7,200 RPM';
const slow: Partial<Requirements> = { ...withDisk({ randomIOPS: 0.1 }), databases: { countRule: 'calculator' } };
const empty = { ...odd, copies: { ...odd.copies, highlyAvailableInSecondDatacenter: 0 } };

/** Requirements that contradict themselves: what differs, the field, what was expected and what was found. */
const cases: [string, Partial<Requirements>, string, string, string][] = [
  ['no mailboxes', withTier({ mailboxes: 0 }), '/mailboxTiers', 'at least one mailbox', '0'],
  ['zero quota', withTier({ quotaMB: 0 }), '/mailboxTiers/0/quotaMB', 'more than 0 MB', '0'],
  ['18 members', { serversPerDatacenter: 9 }, '/serversPerDatacenter', 'at most 8 servers in each datacenter', '9'],
  [
    'more copies than servers',
    { copies: { highlyAvailable: 10, lagged: 0 } },
    '/serversPerDatacenter',
    'at least 5 servers, or fewer copies',
    '4',
  ],
  ['no copy at home', away(3), '/copies/highlyAvailableInSecondDatacenter', 'at most 2', '3'],
  [
    'more lagged copies away than there are',
    { copies: { highlyAvailable: 3, lagged: 1, laggedInSecondDatacenter: 2 } },
    '/copies/laggedInSecondDatacenter',
    'at most 1',
    '2',
  ],
  [
    'unequal copies',
    { copies: { highlyAvailable: 3, lagged: 0 } },
    '/copies',
    'the same number in both datacenters',
    '2 and 1',
  ],
  ['nothing in the second datacenter', empty, '/copies', 'at least one there, or one datacenter', '0'],
  ['a replay lag over 14 days', { replayLagHours: 337 }, '/replayLagHours', 'at most 336 hours', '337'],
  ['a truncation lag over 14 days', { truncationLagHours: 400 }, '/truncationLagHours', 'at most 336 hours', '400'],
  [
    'an odd number of DAGs that are active in turn',
    { userDistribution: 'activeActiveSeveralDags', dags: 3 },
    '/dags',
    'an even number',
    '3',
  ],
  ['shares that do not add up', { replication: share }, '/replication/hourlyLogShare', 'a sum of 1', '1.2'],
  ['separate roles', { exchange: { multiRole: false } }, '/exchange/multiRole', 'true, or Exchange 2013', 'false'],
  [
    'half of an odd number of copies',
    { ...odd, databases: { perVolume: 'halfTheCopies' } },
    '/databases/perVolume',
    '"copies", or an even number of copies',
    'halfTheCopies',
  ],
  ['RAID-5 on 7.2K disks', { storage: { jbod: false, raid: 'RAID5' } }, '/storage/raid', fast, 'RAID5'],
  ['RAID-6 as the layout of 7.2K disks', withDisk({ layout: 'RAID6' }), '/hardware/dataDisk/layout', fast, 'RAID6'],
  ['too many databases', { databases: { count: 408 } }, '/databases/count', 'fewer databases', '408'],
  [
    'too few servers for so many databases',
    withTier({ mailboxes: 200_000 }),
    '/serversPerDatacenter',
    'more servers, more DAGs or larger disks',
    '4',
  ],
  ['too few volumes', { storage: { dataVolumesPerServer: 2 } }, '/storage/dataVolumesPerServer', 'at least 17', '2'],
  ['a disk too slow for two mailboxes', slow, '/hardware/dataDisk', 'at least 0.32 IOPS', '0.1 IOPS'],
];

describe('sizePlan(requirements) refuses what contradicts itself, with the field and the limit', () => {
  it.each(cases)('%s', (_, changed, path, expected, found) => {
    const sized = sizePlan({ ...usual, ...changed }, { version: '2016' });
    expect(sized).toMatchObject({ ok: false, problems: [{ path, expected, found }] });
  });

  it('a database that cannot fit the disk', () => {
    const sized = sizePlan({ ...usual, databases: { count: 8 } }, { version: '2016' });
    expect(sized).toMatchObject({ ok: false, problems: [{ path: '/databases/count', found: '8' }] });
  });

  it('all of them at once', () => {
    const changed = { ...withTier({ quotaMB: 0 }), replayLagHours: 500, serversPerDatacenter: 9 };
    const sized = sizePlan({ ...usual, ...changed }, { version: '2016' });
    expect(sized.ok ? [] : sized.problems.map(({ path }) => path)).toEqual([
      '/mailboxTiers/0/quotaMB',
      '/serversPerDatacenter',
      '/replayLagHours',
    ]);
  });

  it('not what is not stated', () => {
    const { hardware: _, serversPerDatacenter: __, dags: ___, ...open } = usual;
    expect(sizePlan(open, { version: '2016' }).ok).toBe(true);
  });
});

describe('sizePlan(requirements) with amounts beyond all reason', () => {
  it.each([
    ['10^9 mailboxes', withTier({ mailboxes: 1e9 })],
    ['10^15 of everything', withTier({ mailboxes: 1e15, messagesPerDay: 1e15, quotaMB: 1e15, averageMessageKB: 1e15 })],
    ['10^15 DAGs', { dags: 1e15 }],
  ])('answers without a number that is not finite: %s', (_, changed) => {
    const sized = sizePlan({ ...usual, ...changed }, { version: '2016' });
    expect(JSON.stringify(sized)).not.toMatch(/NaN|Infinity|:null/);
  });

  it('plans for exactly as many mailboxes as were asked for', () => {
    const sized = sizePlan(
      { ...usual, ...withTier({ mailboxes: 1e9 }), hardware: { name: 'Server' } },
      { version: '2016' },
    );
    const planned = sized.ok ? sized.figures.find(({ id }) => id === 'plannedMailboxes')?.value : undefined;
    expect(planned).toBe(1e9);
  });
});
