import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dag, DatabaseCopy, Design, Link, Replication } from '../../planner/design/types.ts';
import { placeDatabases } from '../../planner/simulate/failover/index.ts';
import {
  linkOutages,
  logProfiles,
  seedCopies,
  simulateReplication,
  type LinkLoad,
  type ReplicationSettings,
} from '../../planner/simulate/replication/index.ts';
import { runQueue, type QueueInput } from '../../planner/simulate/replication/queue.ts';
import { databaseLoads } from '../../planner/sizing/databaseLoads.ts';
import { calculatorDesign } from '../sizing/calculatorDesign.ts';
import { randomDag } from './randomDag.ts';

const tier = { name: 'T', mailboxes: 250, messagesPerDay: 200, quotaMB: 10240 };
const labShares = logProfiles.find(({ name }) => name === 'lab')?.hourlyLogShare ?? [];

/** The calculator's lab example: four databases on two servers a side, 62.5 mailboxes each. */
function lab(replication: Replication = {}, link: Partial<Link> = {}, dag: Partial<Dag> = {}): Design {
  const design = calculatorDesign({ tiers: [tier], dags: 1, serversPerDatacenter: 2, databasesPerDag: 4 });
  return {
    ...design,
    datacenters: [...(design.datacenters ?? []), { name: 'W' }],
    links: [{ from: 'A', to: 'B', bandwidthMbps: 1000, roundTripMs: 50, ...link }],
    replication: { hourlyLogShare: [...labShares], ...replication },
    dags: (design.dags ?? []).map((one) => ({ ...one, witness: { datacenter: 'W' }, ...dag })),
  };
}

function loads(design: Design, fail: readonly string[] = [], settings?: ReplicationSettings): readonly LinkLoad[] {
  const events = fail.map((selector) => ({ fail: [selector] }));
  return simulateReplication(design, events, settings).links;
}

const part = (load: LinkLoad | undefined, kind: string): number =>
  Math.max(...(load?.parts.find((one) => one.kind === kind)?.hourlyMbps ?? []));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const profile = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 24 })
  .filter((weights) => sum(weights) > 0)
  .map((weights) => weights.map((weight) => weight / sum(weights)));
const offsets = fc.tuple(fc.integer({ min: -840, max: 840 }), fc.integer({ min: -840, max: 840 }));

/** Random designs of one DAG in two datacenters with a link, hours and time zones. */
const linked = fc
  .record({ design: randomDag, hourlyLogShare: profile, offsets, bandwidthMbps: fc.constantFrom(0.01, 1, 20, 1000) })
  .map(({ design, hourlyLogShare, offsets: [a, b], bandwidthMbps }): Design => ({
    ...design,
    datacenters: [
      { name: 'A', utcOffsetMinutes: a },
      { name: 'B', utcOffsetMinutes: b },
    ],
    links: [{ from: 'A', to: 'B', bandwidthMbps }],
    replication: { hourlyLogShare },
  }));

describe('simulateReplication(design): the lab example of the calculator (facts WE3)', () => {
  it('has its peaks, half of the streams each way', () => {
    const both = loads(lab());
    expect(both.map(({ from, to, streams, peakHour }) => [from, to, streams, peakHour])).toEqual([
      ['A', 'B', 4, 9],
      ['B', 'A', 4, 9],
    ]);
    expect(sum(both.map(({ peakMbps }) => peakMbps))).toBeCloseTo(9.444714285714284, 6);
    expect(sum(both.map((load) => part(load, 'logs')))).toBeCloseTo(8 * 0.486125, 6);
    expect(sum(both.map((load) => part(load, 'contentIndex')))).toBeCloseTo(8 * 0.6944642857, 6);
  });

  it.each([
    [24, 4.37255291005291],
    [1, 9.444714285714284],
    [0, 9.444714285714284],
    [4, 8 * 1.7 * 0.5980109126984127],
  ])('averages over a recovery point objective of %d hours', (rpoHours, dag) => {
    expect(sum(loads(lab({ rpoHours })).map(({ requiredMbps }) => requiredMbps))).toBeCloseTo(dag, 6);
  });

  it('keeps 0.6 of it from Exchange 2016 on, unless another factor is stated', () => {
    const newer = (replication?: Replication): Design => ({ ...lab(replication), exchange: { version: '2016' } });
    const peak = (design: Design): number => sum(loads(design).map(({ peakMbps }) => peakMbps));
    expect(peak(newer())).toBeCloseTo(0.6 * 9.444714285714284, 6);
    expect(peak(newer({ contentIndexFactor: 0.5 }))).toBeCloseTo(0.5 * 9.444714285714284, 6);
    // The other reading, logs alone, stands beside it.
    expect(sum(loads(newer()).map((load) => part(load, 'logs')))).toBeCloseTo(8 * 0.486125, 6);
  });

  it.each<[NonNullable<Dag['networkCompression']>, number]>([
    ['Enabled', 0.7],
    ['InterSubnetOnly', 0.7],
    ['SeedOnly', 1],
    ['Disabled', 1],
  ])('compresses logs where the DAG does: %s', (networkCompression, left) => {
    const [load] = loads(lab({}, {}, { networkCompression, networkEncryption: networkCompression }));
    expect(part(load, 'logs')).toBeCloseTo(4 * 0.6944642857 * left, 6);
    expect(load?.encrypted).toBe(left < 1);
  });
});

describe('simulateReplication(design): what is available', () => {
  it.each<[string, Partial<Link>, ReplicationSettings, number | null]>([
    ['the bandwidth', {}, {}, 1000],
    ['a window for each of the four streams', { tcpWindowBytes: 65_536 }, {}, 4 * 10.48576],
    ['one window, as the calculator has it', { tcpWindowBytes: 65_536 }, { singleWindow: true }, 10.48576],
    ['the bandwidth without any latency', { tcpWindowBytes: 65_536, roundTripMs: 0 }, {}, 1000],
    ['nothing', { bandwidthMbps: 0 }, {}, 0],
  ])('%s', (_, link, settings, available) => {
    expect(loads(lab({}, link), [], settings).map(({ availableMbps }) => availableMbps)).toEqual([
      available,
      available,
    ]);
  });

  it('is not known without a bandwidth, or without a link', () => {
    const { links: _, ...unlinked } = lab();
    const { links, notes } = simulateReplication(unlinked);
    expect(links.map(({ bandwidthMbps, availableMbps }) => [bandwidthMbps, availableMbps])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(notes).toContain('Logs cross between A and B, and the design states no link there.');
    expect(loads({ ...unlinked, links: [{ from: 'B', to: 'A' }] })).toMatchObject([
      { availableMbps: null },
      { availableMbps: null },
    ]);
  });
});

describe('simulateReplication(design): hours', () => {
  it('are those of the datacenter whose mailboxes they are, in UTC', () => {
    const design = lab();
    const datacenters = [
      { name: 'A', utcOffsetMinutes: -300 },
      { name: 'B', utcOffsetMinutes: 330 },
    ];
    const [fromA, fromB] = loads({ ...design, datacenters: [...datacenters, { name: 'W' }] });
    expect(fromA?.peakHour).toBe(14);
    // 09:00 to 10:00 local is 03:30 to 04:30 UTC: two hours share it with their neighbours.
    expect(fromB?.hourlyMbps[3]).toBeCloseTo(((0.08 + 0.09) / 2 / 0.09) * (fromA?.peakMbps ?? 0), 6);
    expect(fromB?.hourlyMbps[4]).toBeCloseTo(((0.09 + 0.06) / 2 / 0.09) * (fromA?.peakMbps ?? 0), 6);
    expect(sum(fromA?.hourlyMbps ?? [])).toBeCloseTo(sum(fromB?.hourlyMbps ?? []), 9);
  });

  it('come from another profile where one is asked for', () => {
    const [load] = loads(lab(), [], { profile: 'even' });
    expect(new Set(load?.hourlyMbps.map((mbps) => mbps.toFixed(9))).size).toBe(1);
  });

  it.each([
    [
      'shares that do not add up',
      lab({ hourlyLogShare: new Array<number>(24).fill(0.05) }),
      {},
      '/replication/hourlyLogShare',
      '1.2',
    ],
    [
      'no shares at all',
      lab({ hourlyLogShare: new Array<number>(24).fill(0) }),
      {},
      '/replication/hourlyLogShare',
      '0',
    ],
    ['a profile that there is not', lab(), { profile: 'weekend' }, '', '"weekend"'],
  ])('refuses %s', (_, design, settings, path, found) => {
    expect(() => simulateReplication(design, [], settings)).toThrow(expect.objectContaining({ path, found }) as Error);
  });
});

describe('simulateReplication(design, events)', () => {
  it('turns the streams round after a datacenter has failed and come back', () => {
    const design = lab({}, {}, { preferenceMoveFrequencyHours: null });
    const failed = loads(design, ['datacenter:B']);
    expect(failed.map(({ streams, peakMbps }) => [streams, peakMbps])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const { links } = simulateReplication(design, [{ fail: ['datacenter:B'] }, { heal: ['datacenter:B'] }]);
    expect(links.map(({ streams }) => streams)).toEqual([8, 0]);
  });

  it('lets nothing cross a link that is cut', () => {
    const cut = loads(lab(), ['link:A/B']);
    expect(
      cut.map(({ streams, peakMbps, requiredMbps, availableMbps }) => [streams, peakMbps, requiredMbps, availableMbps]),
    ).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('needs what the copies that are left need', () => {
    // One copy on each side of every database is on the failed servers; one stream of two is left.
    const left = loads(lab(), ['server:0-0-1', 'server:0-1-1']);
    expect(sum(left.map(({ peakMbps }) => peakMbps))).toBeCloseTo(9.444714285714284 / 2, 6);
  });

  it('sends nothing while nothing has quorum', () => {
    const { links } = simulateReplication(lab(), [{ fail: ['server:0-0-0', 'server:0-0-1', 'server:0-1-0'] }]);
    expect(links.map(({ streams }) => streams)).toEqual([0, 0]);
  });
});

describe('simulateReplication(design): other parts of the load', () => {
  const namespaces = [{ host: 'mail', protocols: ['http' as const], model: 'unbound' as const }];
  const unbound = (replication: Replication): Design => {
    const design = lab(replication, {}, { pair: 'P' });
    return { ...design, pairs: [{ name: 'P', datacenters: ['A', 'B'], namespaces }] };
  };

  it('are not counted, and say so, unless asked for', () => {
    const [load] = loads(unbound({}));
    expect(load?.parts.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['logs', true],
      ['contentIndex', true],
      ['transport', false],
      ['clients', false],
    ]);
  });

  it('clients: half of all traffic goes on, each way; nothing under bound names or with one datacenter', () => {
    const design = unbound({ clientMbpsPerMailbox: 0.01 });
    const clients = (...fail: string[]): number[] => loads(design, fail).map((load) => part(load, 'clients'));
    expect(clients()).toEqual([expect.closeTo(250 * 0.01 * 0.5, 9), expect.closeTo(250 * 0.01 * 0.5, 9)]);
    expect(clients('datacenter:A')).toEqual([0, 0]);
    expect(clients('link:A/B')).toEqual([0, 0]);
    expect(loads(lab({ clientMbpsPerMailbox: 0.01 })).map((load) => part(load, 'clients'))).toEqual([0, 0]);
  });

  it('transport: a shadow copy of every message, on the other side', () => {
    const [load] = loads(unbound({ transportShadowCopies: true }));
    // 125 mailboxes × 200 messages × 75 KB, 9 % of them in the busiest hour.
    expect(part(load, 'transport')).toBeCloseTo((((125 * 200 * 75) / 1024) * 0.09 * 8) / 3600, 9);
    expect(load?.requiredMbps).toBeCloseTo((loads(unbound({}))[0]?.requiredMbps ?? 0) + part(load, 'transport'), 9);
  });
});

describe('simulateReplication(design): lagged copies', () => {
  it('take their queue over two logs a second to play down', () => {
    const { laggedCopies } = simulateReplication(lab());
    const logs = 62.5 * 40 + (62.5 * 10_890 * 0.01) / 7;
    expect(laggedCopies).toHaveLength(4);
    expect(laggedCopies[0]?.logsInQueue).toBeCloseTo(logs * 7, 6);
    expect(laggedCopies[0]?.playDownHours).toBeCloseTo((logs * 7) / 2 / 3600, 9);
  });
});

describe('seedCopies(design, selector)', () => {
  const sizeGB = (62.5 * 10_890) / 1024;
  // 2013 copies the content index with the database; a source gives 20 MB/s.
  const alone = (sizeGB * 1.2 * 1024) / 20 / 3600;
  const quick = (change: Partial<Dag> = {}): Design => lab({}, { bandwidthMbps: 100_000 }, change);

  it('a disk: each database from another server, all at once', () => {
    const { copies, hours, curve } = seedCopies(quick(), 'disk:0-0-0/V0');
    expect(copies).toHaveLength(4);
    expect(new Set(copies.map(({ source }) => source)).size).toBeGreaterThan(1);
    const most = Math.max(...copies.map(({ source }) => copies.filter((copy) => copy.source === source).length));
    expect(hours).toBeCloseTo(most * alone, 6);
    expect(curve[0]?.leftGB).toBeCloseTo(4 * sizeGB * 1.2, 6);
    expect(curve.at(-1)?.leftGB).toBe(0);
  });

  it('one copy: at the rate of its source, then the logs that were written meanwhile', () => {
    const { copies } = seedCopies(quick(), 'copy:DB0-000/0-0-1');
    expect(copies).toMatchObject([{ database: 'DB0-000', server: '0-0-1', source: '0-0-0', link: null }]);
    expect(copies[0]?.doneHours).toBeCloseTo(alone, 9);
    expect(copies[0]?.replayHours).toBeCloseTo((alone * (62.5 * 40 + (62.5 * 10_890 * 0.01) / 7)) / 24 / 2 / 3600, 9);
  });

  it('across a link: what its load leaves over, compressed as the DAG says', () => {
    const design = lab(
      { hourlyLogShare: new Array<number>(24).fill(1 / 24) },
      { bandwidthMbps: 10 },
      { networkCompression: 'SeedOnly' },
    );
    const { copies, hours } = seedCopies(design, 'copy:DB0-000/0-1-0');
    const [load] = loads(design, ['copy:DB0-000/0-1-0']);
    expect(copies[0]?.link).toBe('link:A/B');
    expect(hours).toBeCloseTo((sizeGB * 1.2 * 1024) / ((10 - (load?.peakMbps ?? 0)) / 8 / 0.7) / 3600, 6);
  });

  it('a datacenter: from the nearest source every database crosses once', () => {
    const crossing = (nearestSource: boolean): number =>
      seedCopies(quick(), 'datacenter:B', [], { nearestSource }).copies.filter(({ link }) => link !== null).length;
    expect([crossing(false), crossing(true)]).toEqual([8, 4]);
  });

  it('not known, where what a database holds or what its link carries is not stated', () => {
    const design = quick();
    const [dag, ...others] = design.dags ?? [];
    const [first, ...databases] = dag?.databases ?? [];
    const { mailboxes: _, ...unsized } = first!;
    const seeding = seedCopies(
      { ...design, dags: [{ ...dag!, databases: [unsized, ...databases] }, ...others] },
      'disk:0-0-0/V0',
    );
    expect(seeding).toMatchObject({ notStated: ['/dags/0/databases/0/mailboxes'], hours: null, curve: [] });
    expect(seeding.copies.map(({ sizeGB: size }) => size === null)).toEqual([true, false, false, false]);
    expect(seeding.copies.flatMap(({ doneHours, replayHours }) => [doneHours, replayHours])).toEqual(
      new Array<null>(8).fill(null),
    );

    const { bandwidthMbps: __, ...link } = design.links![0]!;
    const across = (links: NonNullable<Design['links']>) => seedCopies({ ...design, links }, 'copy:DB0-000/0-1-0');
    expect(across([link])).toMatchObject({ notStated: ['/links/0/bandwidthMbps'], hours: null });
    expect(across([])).toMatchObject({ notStated: ['/links'], hours: null });
    expect(seedCopies({ ...design, links: [link] }, 'copy:DB0-000/0-0-1')).toMatchObject({ notStated: [] });
  });

  it('never, where nothing is left to seed from or the link carries nothing', () => {
    const { copies, hours } = seedCopies(lab({}, { bandwidthMbps: 0 }), 'copy:DB0-000/0-1-0');
    expect([copies[0]?.doneHours, hours]).toEqual([null, null]);
    const dag = seedCopies(quick(), 'server:0-0-0', [{ fail: ['datacenter:B'] }, { fail: ['server:0-0-1'] }]);
    expect(dag.hours).toBeNull();
  });

  it.each(['link:A/B', 'dag:DAG0', 'witness:DAG0'])('refuses %s, which holds no copies', (selector) => {
    expect(() => seedCopies(quick(), selector)).toThrow(/holds no copies to seed/);
  });

  it('seeds exactly what is lost, never faster than its sources', () => {
    fc.assert(
      fc.property(
        linked,
        fc.constantFrom('server:S0', 'datacenter:A'),
        fc.boolean(),
        (design, selector, nearestSource) => {
          const { copies, hours, curve } = seedCopies(design, selector, [], { nearestSource });
          const servers = new Set(
            (design.dags?.[0]?.servers ?? [])
              .filter(({ name, datacenter }) => (selector === 'server:S0' ? name === 'S0' : datacenter === 'A'))
              .map(({ name }) => name),
          );
          const expected = (design.dags?.[0]?.databases ?? []).flatMap(({ copies: all = [] }) =>
            all.filter(({ server }) => servers.has(server)),
          );
          expect(copies).toHaveLength(expected.length);
          for (const [i, { leftGB, hours: at }] of curve.entries()) {
            const before = curve[i - 1];
            if (!before) continue;
            expect(leftGB).toBeLessThanOrEqual(before.leftGB + 1e-9);
            expect((before.leftGB - leftGB) * 1024).toBeLessThanOrEqual((at - before.hours) * 3600 * 20 * 6 + 1e-6);
          }
          if (hours !== null && copies.length > 0) expect(curve.at(-1)?.hours).toBeCloseTo(hours, 9);
        },
      ),
    );
  });
});

const rank = ({ replayLagHours = 0, activationPreference = 0 }: DatabaseCopy): number =>
  replayLagHours * 1000 + activationPreference;

const daily = (design: Design, database: string): number => {
  const load = databaseLoads(design).loads.get(database);
  return (load?.logsPerDay ?? 0) + (load?.moveLogsPerWeek ?? 0) / 7;
};

describe('simulateReplication(design) for any design', () => {
  it('sends the logs of every database once to each copy across, no more and no less, in a day and in every hour', () => {
    fc.assert(
      fc.property(linked, (design) => {
        const { servers = [], databases = [] } = design.dags?.[0] ?? {};
        const site = new Map(servers.map(({ name, datacenter }) => [name, datacenter]));
        const { databases: places } = placeDatabases(design, []);
        const hourly = { A: new Array<number>(24 * 60).fill(0), B: new Array<number>(24 * 60).fill(0) };
        for (const { database, activeOn } of places) {
          const from = site.get(activeOn ?? '') as 'A' | 'B' | undefined;
          const copies = databases.find(({ name }) => name === database)?.copies ?? [];
          const across = copies.filter(({ server }) => site.get(server) !== from).length;
          if (!from) continue;
          // Minute by minute, as the hours go by where its best copy stands.
          const [best] = copies
            .filter(({ activationSuspended }) => !activationSuspended)
            .toSorted((a, b) => rank(a) - rank(b));
          const home = site.get(best?.server ?? '');
          const offset = design.datacenters?.find(({ name }) => name === home)?.utcOffsetMinutes ?? 0;
          hourly[from].forEach((_, minute, list) => {
            const local = (((minute + offset) % 1440) + 1440) % 1440;
            const share = design.replication?.hourlyLogShare?.[Math.floor(local / 60)] ?? 0;
            list[minute] = (list[minute] ?? 0) + (daily(design, database) * share * across) / 60;
          });
        }
        for (const { from, hourlyLogsMB } of loads(design)) {
          hourlyLogsMB.forEach((sent, hour) => {
            const expected = sum(hourly[from as 'A' | 'B'].slice(hour * 60, hour * 60 + 60));
            expect(Math.abs(sent - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, expected));
          });
        }
      }),
    );
  });
});

describe('linkOutages(design, hours) for any design', () => {
  it('loses nothing: every copy across waits for the logs that its database wrote, and the queue holds just these', () => {
    let compared = 0;
    const hours = fc.integer({ min: 1, max: 90 }).map((n) => n / 2);
    fc.assert(
      fc.property(linked, hours, (design, down) => {
        for (const { directions, databases } of linkOutages(design, down)) {
          const waits = sum(databases.map(({ logsMB, copies }) => logsMB * copies));
          expect(sum(directions.map(({ backlogMB }) => backlogMB))).toBeCloseTo(waits, 6);
          for (const { curve, backlogMB } of directions) {
            compared++;
            // 1 MB of logs crosses as (0.7 + 1) × 0.6 of its size.
            expect(curve.find(({ hour }) => hour === down)?.waiting).toBeCloseTo(backlogMB * 8 * 1.02, 5);
          }
        }
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });
});

const rates = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 24, maxLength: 24 });

describe('runQueue(input, startHour, outageHours)', () => {
  it('agrees with steps of a minute: nothing is lost, and it is empty when they say', () => {
    let caughtUp = 0;
    const input = fc.record({ hourlyMbps: rates, otherMbps: rates, availableMbps: fc.integer({ min: 0, max: 120 }) });
    const outage = fc.integer({ min: 0, max: 120 }).map((n) => n / 2);
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 23 }), outage, (queue, start, outageHours) => {
        const { curve, catchUpHours } = runQueue(queue, start, outageHours);
        const stepped = inMinutes(queue, start, outageHours, 60 * (outageHours + 24 * 40));
        for (const { hour, waiting } of curve.slice(0, -1)) {
          if (Number.isInteger(hour) && stepped.waiting[hour * 60] !== undefined)
            expect(waiting).toBeCloseTo(stepped.waiting[hour * 60] ?? NaN, 5);
        }
        if (catchUpHours === null || catchUpHours > 24 * 40) return;
        caughtUp++;
        expect(Math.abs(catchUpHours - (stepped.emptyAt - outageHours))).toBeLessThanOrEqual(1 / 60 + 1e-9);
      }),
    );
    expect(caughtUp).toBeGreaterThan(20);
  });

  it('never catches up where the link does not carry an average day', () => {
    const flat = { hourlyMbps: new Array<number>(24).fill(10), otherMbps: new Array<number>(24).fill(1) };
    expect(runQueue({ ...flat, availableMbps: 11 }, 0, 1).catchUpHours).toBeNull();
    // An hour of 10 Mbit/s waits, and 1 Mbit/s is left over.
    expect(runQueue({ ...flat, availableMbps: 12 }, 0, 1).catchUpHours).toBeCloseTo(10, 9);
  });
});

/** The same queue in steps of a minute, by what comes in and what may go out. */
function inMinutes(
  queue: QueueInput,
  start: number,
  outageHours: number,
  minutes: number,
): { readonly waiting: readonly number[]; readonly emptyAt: number } {
  const waiting = [0];
  let held = 0;
  let emptyAt = Infinity;
  for (let minute = 0; minute < minutes; minute++) {
    const isDown = minute < outageHours * 60;
    if (!isDown && held <= 1e-9) emptyAt = Math.min(emptyAt, minute / 60);
    const hour = (start + Math.floor(minute / 60)) % 24;
    const comesIn = (queue.hourlyMbps[hour] ?? 0) * 60;
    const mayGo = isDown ? 0 : Math.max(0, queue.availableMbps - (queue.otherMbps[hour] ?? 0)) * 60;
    held = held + comesIn - Math.min(held + comesIn, mayGo);
    waiting.push(held);
  }
  return { waiting, emptyAt };
}
