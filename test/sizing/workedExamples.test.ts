import { describe, expect, it } from 'vitest';
import { serverLoads, sizeDesign } from '../../planner/sizing/index.ts';
import { availableMegacycles, globalCatalogCores, megacyclesPerMailbox } from '../../planner/sizing/cpu.ts';
import { messageSizeFactor, logsPerMailboxDay } from '../../planner/sizing/logs.ts';
import { formattedGB, maximumDatabaseSizeGB, volumeSizeGB } from '../../planner/sizing/volume.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const profile = { messagesPerDay: 200, averageMessageKB: 75, quotaMB: 10240 };

/** The worked examples of the calculator (sizing facts, part B). */
const examples = {
  WE1: calculatorDesign({
    tiers: [{ name: 'T', mailboxes: 5000, ...profile }],
    dags: 2,
    serversPerDatacenter: 2,
    databasesPerDag: 40,
  }),
  WE2: calculatorDesign({
    tiers: [{ name: 'T', mailboxes: 45000, ...profile }],
    dags: 10,
    serversPerDatacenter: 4,
    databasesPerDag: 72,
    sizing: { designFailure: 'datacenter' },
  }),
  WE3: calculatorDesign({
    tiers: [{ name: 'T', mailboxes: 250, ...profile }],
    dags: 1,
    serversPerDatacenter: 2,
    databasesPerDag: 4,
    sizing: { designFailure: 'datacenter' },
  }),
};

describe('sizeDesign(design) on the published worked examples', () => {
  it.each([
    ['WE1', 'whitespace', 14.65],
    ['WE1', 'recoverableItems', 635.16],
    ['WE1', 'mailboxSizeOnDisk', 10890],
    ['WE1', 'databasesPerDag', 40],
    ['WE1', 'copiesPerDag', 160],
    ['WE1', 'mailboxesPerDag', 2500],
    ['WE1', 'copiesPerServer', 40],
    ['WE1', 'dataVolumesPerServer', 10],
    ['WE1', 'activeDatabases.normal', 10],
    ['WE1', 'activeDatabases.oneServer', 20],
    ['WE1', 'activeDatabases.datacenter', 20],
    ['WE1', 'activeDatabases.datacenterAndOneServer', 40],
    ['WE1', 'maximumActiveDatabases', 40],
    ['WE1', 'maximumPreferredActiveDatabases', 20],
    ['WE1', 'databaseSize', 664.67],
    ['WE1', 'logSpace', 23.74],
    ['WE1', 'databaseLogs', 2500],
    ['WE1', 'volumeSize', 3598.22],
    ['WE1', 'databaseIOPS', 10.05],
    ['WE1', 'iopsPerDag', 402],
    ['WE1', 'serverIOPS', 402],
    ['WE1', 'maximumDatabaseSize', 707.81],
    ['WE1', 'cache', 30],
    ['WE1', 'memoryNeeded', 128.4],
    ['WE1', 'memory', 160],
    ['WE1', 'transportDatabase', 643.73],
    ['WE1', 'globalCatalogCores', 3],
    ['WE2', 'databasesPerDag', 72],
    ['WE2', 'copiesPerServer', 36],
    ['WE2', 'activeDatabases.normal', 9],
    ['WE2', 'activeDatabases.oneServer', 12],
    ['WE2', 'activeDatabases.twoServers', 15],
    ['WE2', 'activeDatabases.datacenter', 18],
    ['WE2', 'cache', 14],
    ['WE2', 'memoryNeeded', 64.4],
    ['WE2', 'memory', 96],
    ['WE2', 'iopsPerDag', 723.6],
    ['WE2', 'serverIOPS', 361.8],
    ['WE2', 'transportDatabase', 289.68],
    ['WE3', 'copiesPerServer', 4],
    ['WE3', 'activeDatabases.datacenter', 2],
    ['WE3', 'cache', 2],
    ['WE3', 'memoryNeeded', 16.4],
    ['WE3', 'memory', 24],
    ['WE3', 'serverIOPS', 40.2],
    ['WE3', 'volumeSize', 3598.22],
    ['WE3', 'transportDatabase', 32.19],
  ] as const)('%s: %s is %d', (example, id, value) => {
    const figure = sizeDesign(examples[example]).figures.find((candidate) => candidate.id === id);
    expect(figure?.value).toBeCloseTo(value, 2);
  });

  it.each([
    ['WE1', 'normal', 12442.19],
    ['WE1', 'oneServer', 18034.38],
    ['WE1', 'datacenterAndOneServer', 29218.75],
    ['WE2', 'datacenter', 16230.94],
    ['WE3', 'datacenter', 1803.44],
  ] as const)('%s: a server needs the published megacycles in mode %s', (example, mode, megacycles) => {
    const [load] = serverLoads(examples[example]);
    const { activeMegacycles = 0, passiveMegacycles = 0 } = load?.modes[mode] ?? {};
    expect(activeMegacycles + passiveMegacycles).toBeCloseTo(megacycles, 1);
  });

  /** WE8 */
  it.each([
    ['2013', 'normal', 0.389],
    ['2013', 'oneServer', 0.564],
    ['2013', 'datacenterAndOneServer', 0.913],
    ['2016', 'normal', 0.397],
    ['2016', 'oneServer', 0.576],
    ['2016', 'datacenterAndOneServer', 0.933],
  ] as const)('Exchange %s on the baseline server is busy as published in mode %s', (version, mode, fraction) => {
    const [load] = serverLoads(
      calculatorDesign({
        version,
        tiers: [{ name: 'T', mailboxes: 5000, ...profile }],
        dags: 2,
        serversPerDatacenter: 2,
        databasesPerDag: 40,
        hardware: { specIntRate2006: 540 },
      }),
    );
    expect(load?.modes[mode]?.cpuUtilization).toBeCloseTo(fraction, 3);
  });
});

describe('transportOnSystemDisk', () => {
  it.each([
    [2000, true],
    [600, false],
  ])('a transport database of 644 GB on system disks of %d GB: %s', (capacityGB, fits) => {
    const [hardware] = examples.WE1.hardware ?? [];
    if (!hardware) throw new Error('no hardware');
    const design = { ...examples.WE1, hardware: [{ ...hardware, systemDisks: { count: 2, capacityGB } }] };
    expect(sizeDesign(design).figures.find(({ id }) => id === 'transportOnSystemDisk')?.value).toBe(fits);
  });
});

describe('the formulas', () => {
  it('availableMegacycles(cores, specIntRate2006) meets the published processors (WE5)', () => {
    expect(availableMegacycles(16, 540)).toBe(32000);
    expect(availableMegacycles(16, undefined)).toBe(32000);
    expect(availableMegacycles(8, 240) / 8).toBeCloseTo(1777.8, 1);
    expect(availableMegacycles(4, 86.4)).toBeCloseTo(5120, 6);
  });

  it('volumeSizeGB meets the published volume of one database (WE6)', () => {
    const room = { contentIndexFraction: 0.2, volumeFreeFraction: 0.05, restoreVolume: true };
    expect(volumeSizeGB({ databasesGB: [1510], logsGB: 37 }, room)).toBeCloseTo(2264.2, 1);
    expect(maximumDatabaseSizeGB(formattedGB(4000), 4, room)).toBeCloseTo(707.81, 2);
    expect(formattedGB(4000)).toBeCloseTo(3725.29, 2);
  });

  it.each([[75, 1], [100, 1.3], [150, 1.9], [300, 3.8]])('messages of %d KB write %d times the logs', (kilobytes, factor) => {
    expect(messageSizeFactor(kilobytes)).toBe(factor);
  }); // prettier-ignore

  it('logsPerMailboxDay meets the published input (WE7)', () => {
    expect(250 * logsPerMailboxDay(150, 100)).toBe(9750);
  });

  it.each([
    ['2016', 50, 2.99, 0.7],
    ['2016', 250, 14.93, 3.5],
    ['2016', 500, 29.85, 7],
    ['2016', 120, 7.164, 1.68],
    ['2013', 200, 11.6875, 2.74],
  ] as const)('megacyclesPerMailbox of Exchange %s at %d messages', (version, messages, active, passive) => {
    const found = megacyclesPerMailbox(version, messages);
    expect(found.active).toBeCloseTo(active, 10);
    expect(found.passive).toBeCloseTo(passive, 10);
  });

  it('globalCatalogCores rounds up to whole cores', () => {
    expect(globalCatalogCores(42500, 2000)).toBe(3);
  });
});
