import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { databaseSizes, serverLoads, sizeDesign, type ServerLoad } from '../../planner/sizing/index.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const complete = calculatorDesign({
  tiers: [{ name: 'T', mailboxes: 4500, messagesPerDay: 200, quotaMB: 10240 }],
  dags: 1,
  serversPerDatacenter: 2,
  databasesPerDag: 4,
});

/** The design with some paths removed: "hardware/0/cores". */
function without(...paths: string[]): Design {
  const copy = structuredClone(complete) as unknown as Record<string, unknown>;
  for (const path of paths) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], copy);
    delete (parent as Record<string, unknown>)[last];
  }
  return copy as unknown as Design;
}

const allNotStated = ({ notStated: { cpu, memory, capacity, iops } }: ServerLoad): string[] => [
  ...cpu,
  ...memory,
  ...capacity,
  ...iops,
];

const figureIds = (design: Design): Set<string> => new Set(sizeDesign(design).figures.map(({ id }) => id));

describe('serverLoads(design) and sizeDesign(design) where something is not stated', () => {
  it('a complete design lacks nothing', () => {
    expect(serverLoads(complete).flatMap(allNotStated)).toEqual([]);
  });

  it.each([
    [
      'mailboxTiers/0/messagesPerDay',
      '/mailboxTiers/0/messagesPerDay',
      ['databaseSize', 'volumeSize', 'cpuUtilization.normal', 'memory'],
    ],
    ['mailboxTiers/0/quotaMB', '/mailboxTiers/0/quotaMB', ['databaseSize', 'volumeSize', 'memory']],
    ['dags/0/databases/0/mailboxes', '/dags/0/databases/0/mailboxes', ['transportDatabase', 'globalCatalogCores']],
    ['hardware/0/cores', '/hardware/0/cores', ['cpuUtilization.normal', 'memory']],
    ['dags/0/servers/0/hardware', '/dags/0/servers/0/hardware', []],
    ['hardware/0/memoryGB', '/hardware/0/memoryGB', []],
    ['hardware/0/dataDisk', '/hardware/0/dataDisk', []],
    ['exchange', '/exchange', ['cpuUtilization.normal', 'activeMegacycles', 'globalCatalogCores', 'memory']],
    ['hardware/0/physical', '/hardware/0/physical', ['cpuUtilization.normal']],
    [
      'dags/0/databases/0/copies/0/replayLagHours',
      '/dags/0/databases/0/copies/0/replayLagHours',
      ['cpuUtilization.normal', 'memory'],
    ],
  ])('without %s says so and leaves out what needs it', (removed, pointer, leftOut) => {
    const design = without(removed);
    expect(serverLoads(design).slice(0, 1).flatMap(allNotStated)).toContain(pointer);
    const ids = figureIds(design);
    for (const id of leftOut) expect(ids).not.toContain(id);
    expect(ids).toContain('databasesPerDag');
    expect(ids).toContain('activeDatabases.normal');
  });

  it('counts active databases even where nothing is known about the load', () => {
    const [load] = serverLoads(without('mailboxTiers/0/messagesPerDay', 'hardware'));
    expect(load?.modes.datacenterAndOneServer?.activeDatabases).toBe(4);
    expect(load?.modes.datacenterAndOneServer).not.toHaveProperty('cpuUtilization');
    expect(load).not.toHaveProperty('memoryRequiredGB');
  });

  it('no result holds a number that is not finite', () => {
    for (const removed of ['mailboxTiers', 'hardware', 'sizing', 'datacenters', 'exchange', 'dags/0/servers', 'dags']) {
      const design = without(removed);
      for (const text of [JSON.stringify(serverLoads(design)), JSON.stringify(sizeDesign(design))]) {
        expect(text).not.toContain('null');
      }
    }
  });

  it('an empty design has no figures', () => {
    const empty: Design = { format: 'dagwright/1', name: 'Empty' };
    expect(sizeDesign(empty).figures).toEqual([]);
    expect(serverLoads(empty)).toEqual([]);
    expect(databaseSizes(empty).size).toBe(0);
  });
});

describe('every figure explains itself', () => {
  it('names its formula, its source and operands that exist', () => {
    const { figures } = sizeDesign(complete);
    const known = new Set(figures.map(({ id, subject }) => `${id} ${subject}`));
    for (const { formula, source, inputs } of figures) {
      expect(formula).not.toBe('');
      expect(source).not.toBe('');
      for (const operand of inputs) {
        if (operand.id !== undefined) expect(known).toContain(`${operand.id} ${operand.subject}`);
        else expect(operand.source).toBeTruthy();
      }
    }
    expect(known.size).toBe(figures.length);
  });
});
