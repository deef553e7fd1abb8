import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { sizeDesign } from '../../planner/sizing/index.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const design = (serversPerDatacenter: number, databasesPerDag: number): Design =>
  calculatorDesign({
    tiers: [{ name: 'T', mailboxes: 6000, messagesPerDay: 100, quotaMB: 4096 }],
    dags: 1,
    serversPerDatacenter,
    databasesPerDag,
  });

function differing(sized: Design): Record<string, { value: unknown; closedFormula: unknown }> {
  const figures = sizeDesign(sized).figures.filter(({ closedFormula }) => closedFormula !== undefined);
  return Object.fromEntries(
    figures.map(({ id, subject, value, closedFormula }) => [`${id} ${subject}`, { value, closedFormula }]),
  );
}

describe('sizeDesign(design) tells where its layout and the closed formula for its shape differ', () => {
  it.each([
    [4, 72],
    [6, 180],
    [2, 40],
  ])('nowhere for full blocks of the copy order: %d servers a datacenter, %d databases', (servers, databases) => {
    expect(differing(design(servers, databases))).toEqual({});
  });

  it('on a server that takes over more than its neighbours do', () => {
    const even = design(4, 72);
    const uneven: Design = {
      ...even,
      dags: even.dags?.map((dag) => ({
        ...dag,
        databases: dag.databases?.map((database) => {
          const [first, second, ...others] = database.copies ?? [];
          if (first?.server !== '0-0-0' || !second) return database;
          return { ...database, copies: [first, { ...second, server: '0-0-1' }, ...others] };
        }),
      })),
    };
    const found = differing(uneven);
    expect(found['activeDatabases.oneServer server:0-0-1']).toEqual({
      value: 18,
      closedFormula: {
        value: 12,
        why: expect.stringContaining('more of them have their next copy on this server') as string,
      },
    });
    expect(found['activeDatabases.oneServer server:0-1-1']).toBeUndefined();
  });

  it('on a server whose limit of active databases holds', () => {
    const free = design(4, 72);
    const limited: Design = {
      ...free,
      dags: free.dags?.map((dag) => ({
        ...dag,
        servers: dag.servers?.map((server, i) => (i === 0 ? { ...server, maximumActiveDatabases: 10 } : server)),
      })),
    };
    expect(differing(limited)['activeDatabases.oneServer server:0-0-0']).toEqual({
      value: 10,
      closedFormula: { value: 12, why: expect.stringContaining('its limit of active databases') as string },
    });
  });

  it('nowhere for a DAG that the formulas do not know', () => {
    const even = design(4, 72);
    const [dag] = even.dags ?? [];
    const servers = (dag?.servers ?? []).map((server, i) => (i === 7 ? { ...server, datacenter: 'A' } : server));
    expect(differing({ ...even, dags: dag ? [{ ...dag, servers }] : [] })).toEqual({});
  });
});
