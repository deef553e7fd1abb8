import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Figure } from '../../planner/sizing/figure.ts';
import { serverLoads, sizeDesign } from '../../planner/sizing/index.ts';
import { calculatorDesign } from './calculatorDesign.ts';
import { isItsWords, unfounded } from './working.ts';

function example(name: string): Design {
  const loaded = loadDesign(
    readFileSync(resolve(import.meta.dirname, `../../examples/${name}.dagwright.json`), 'utf8'),
  );
  if (!loaded.ok) throw new Error(`${name} does not load.`);
  return loaded.value;
}

const unequal = calculatorDesign({
  version: '2013',
  tiers: [
    { name: 'A', mailboxes: 3000, messagesPerDay: 120, quotaMB: 4000, multiplierShare: 0.3, megacycleMultiplier: 2 },
    { name: 'B', mailboxes: 1000, messagesPerDay: 300, quotaMB: 9000, archiveQuotaMB: 5000, desktopSearch: true },
  ],
  dags: 2,
  serversPerDatacenter: 3,
  databasesPerDag: 24,
  hardware: { specIntRate2006: 700, physical: false, systemDisks: { count: 2, capacityGB: 600 }, formFactorU: 2 },
  sizing: { dataOverheadFraction: 0.1, additionalIOPS: 90, logToleranceBeyondLag: true },
});

/** The sample with a database that holds more than the others. */
const uneven: Design = {
  ...unequal,
  dags: unequal.dags?.map((dag) => ({
    ...dag,
    databases: dag.databases?.map((database, i) =>
      i === 3 ? { ...database, mailboxes: { A: 400, B: 17 } } : database,
    ),
  })),
};

/** The sample where databases, volumes, servers and DAGs are like others but for one thing each. */
const onceUnlike: Design = {
  ...unequal,
  dags: unequal.dags?.map((dag, d) => ({
    ...dag,
    servers: dag.servers?.map((server, s) => ({
      ...server,
      volumes: server.volumes
        ?.filter(({ role }) => s !== 1 || role !== 'restore')
        .map((volume, v) => (s === 2 && v === 0 ? { ...volume, capacityGB: 12_000 } : volume)),
    })),
    databases: dag.databases?.slice(0, d === 0 ? 24 : 20).map((database, i) => ({
      ...database,
      ...(i === 5 && { mailboxes: { ...database.mailboxes, B: 1 } }),
      ...(i === 6 && {
        copies: database.copies?.map((copy) => (copy.replayLagHours ? { ...copy, replayLagHours: 24 } : copy)),
      }),
    })),
  })),
};

const designs: [string, Design][] = [
  ['contoso', example('contoso')],
  ['example-4-servers', example('example-4-servers')],
  ['prod-8-servers', example('prod-8-servers')],
  ['virtual servers with two tiers', unequal],
  ['databases of different sizes', uneven],
  ['parts that are like others but for one thing', onceUnlike],
];

describe.each(designs)('sizeDesign(design) gives figures with their working: %s', (_, design) => {
  const { figures } = sizeDesign(design);

  it('whose words evaluate to their value', () => {
    const others = figures.filter((figure) => typeof figure.value !== 'string' && !isItsWords(figure));
    expect(others.map(({ id, subject, value, formula }) => [id, subject, value, formula])).toEqual([]);
  });

  it('whose operands are figures with the same value, or say where they come from', () => {
    expect(unfounded(figures)).toEqual([]);
  });

  it('that agree with the loads of the servers', () => {
    const found = new Map(figures.map((figure) => [`${figure.id} ${figure.subject}`, figure.value]));
    for (const load of serverLoads(design)) {
      const at = (id: string): Figure['value'] | undefined => found.get(`${id} server:${load.server}`);
      for (const [mode, { activeDatabases, cpuUtilization, activeMegacycles, memoryNeed }] of Object.entries(
        load.modes,
      )) {
        expect(at(`activeDatabases.${mode}`)).toBe(activeDatabases);
        expect(at(`memoryNeeded.${mode}`)).toBe(memoryNeed?.neededGB);
        if (cpuUtilization === undefined) expect(at(`cpuUtilization.${mode}`)).toBeUndefined();
        else expect(at(`cpuUtilization.${mode}`)).toBeCloseTo(cpuUtilization, 9);
        if (activeMegacycles !== undefined) expect(at(`activeMegacycles.${mode}`)).toBeCloseTo(activeMegacycles, 5);
      }
      expect(at('memoryNeeded')).toBe(load.memoryRequiredGB);
      for (const { volume, requiredGB, iops, copies } of load.volumes.filter((held) => held.copies > 0)) {
        const size = found.get(`volumeSize volume:${load.server}/${volume}`);
        expect([copies > 0, size]).toEqual([
          true,
          requiredGB === undefined ? undefined : expect.closeTo(requiredGB, 6),
        ]);
        expect(found.get(`volumeIOPS volume:${load.server}/${volume}`)).toBeCloseTo(iops, 6);
      }
    }
  });
});

describe('a design of which every server is known', () => {
  it.each([
    ['databaseSpace', 'databaseSpacePerServer'],
    ['totalLogSpace', 'logSpacePerServer'],
    ['volumeSpace', 'volumeSpacePerServer'],
    ['totalIOPS', 'serverIOPS'],
    ['totalLogIOPS', 'logIOPSPerServer'],
    ['totalBackgroundMaintenance', 'backgroundMaintenancePerServer'],
    ['copies', 'copiesPerServer'],
    ['disks', 'disksPerServer'],
  ])('%s is the sum of %s over its servers', (whole, ofServer) => {
    for (const design of [unequal, uneven]) {
      const { figures } = sizeDesign(design);
      const sum = figures.filter(({ id }) => id === ofServer).reduce((all, { value }) => all + Number(value), 0);
      const found = figures.find(({ id }) => id === whole)?.value;
      expect(sum).toBeGreaterThan(0);
      expect(Math.abs(Number(found) - sum)).toBeLessThan(1e-9 * sum);
    }
  });

  it('leads from the CPU in the worst failure down to SPECint_rate2006, the published megacycles and their sources', () => {
    const { figures } = sizeDesign(unequal);
    const leaves = new Set<string>();
    const walk = (id: string, subject: string): void => {
      const figure = figures.find((candidate) => candidate.id === id && candidate.subject === subject);
      for (const operand of figure?.inputs ?? []) {
        if (operand.id !== undefined) walk(operand.id, operand.subject ?? '');
        else leaves.add(`${operand.name}: ${operand.source}`);
      }
    };
    walk('cpuUtilization.datacenterAndOneServer', 'server:0-0-0');
    const text = [...leaves].join('\n');
    expect(text).toContain('SPECint_rate2006: /hardware/0/specIntRate2006');
    expect(text).toContain('megacycles per core: 2 × Intel Xeon E5-2650, SPECint_rate2006 540 on 16 cores (facts A2)');
    expect(text).toMatch(/published: Exchange 2013 at 300 messages a day/);
    expect(text).toMatch(/mailboxes of A: of the databases active here where .* failed/);
  });
});
