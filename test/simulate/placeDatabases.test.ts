import { describe, expect, it } from 'vitest';
import type { Design, Server } from '../../planner/design/types.ts';
import { copyTables, FailureError, placeDatabases, worstActive } from '../../planner/simulate/failover/index.ts';
import { calculatorDesign } from '../sizing/calculatorDesign.ts';

const profile = { name: 'T', mailboxes: 4500, messagesPerDay: 200, quotaMB: 10240 };
/** Servers 0-0-0 … 0-0-3 in datacenter A, 0-1-0 … 0-1-3 in B; 72 databases (facts C5, CSV66). */
const published = calculatorDesign({ tiers: [profile], dags: 1, serversPerDatacenter: 4, databasesPerDag: 72 });

function active(design: Design, ...failed: string[]): number[] {
  return [...placeDatabases(design, failed).activeDatabases.values()];
}

describe('placeDatabases(design, failed) on the published layout of 72 databases', () => {
  it.each([
    ['nothing', [], [9, 9, 9, 9, 9, 9, 9, 9]],
    ['one server', ['server:0-0-0'], [0, 12, 12, 12, 9, 9, 9, 9]],
    ['two servers of one datacenter', ['server:0-0-0', 'server:0-0-1'], [0, 0, 15, 15, 12, 12, 9, 9]],
    ['one server of each datacenter', ['server:0-0-0', 'server:0-1-0'], [0, 12, 12, 12, 0, 12, 12, 12]],
    ['a datacenter', ['datacenter:A'], [0, 0, 0, 0, 18, 18, 18, 18]],
    ['a datacenter and one more', ['datacenter:A', 'server:0-1-0'], [0, 0, 0, 0, 0, 24, 24, 24]],
    ['the DAG', ['dag:DAG0'], [0, 0, 0, 0, 0, 0, 0, 0]],
  ])('%s fails', (_, failed, expected) => {
    expect(active(published, ...failed)).toEqual(expected);
  });

  it('uses the lagged copy only where no other is left', () => {
    const { databases, offline } = placeDatabases(published, ['datacenter:A', 'server:0-1-0']);
    expect(databases.filter(({ lagged }) => lagged)).toHaveLength(9);
    expect(offline).toBe(0);
    expect(placeDatabases(published, ['datacenter:A']).databases.some(({ lagged }) => lagged)).toBe(false);
  });

  it('moves only the databases of a failed disk', () => {
    const { databases } = placeDatabases(published, ['volume:0-0-0/V0']);
    expect(databases.filter(({ activationPreference }) => activationPreference !== 1)).toEqual([
      { database: 'DB0-000', dag: 'DAG0', activeOn: '0-0-1', activationPreference: 2, lagged: false },
    ]);
    expect(placeDatabases(published, ['disk:0-0-0/V0'])).toEqual(placeDatabases(published, ['volume:0-0-0/V0']));
  });

  it('moves one database when its active copy fails', () => {
    expect(placeDatabases(published, ['copy:DB0-000/0-0-0']).databases[0]?.activeOn).toBe('0-0-1');
  });

  it.each(['server:EX99', 'volume:0-0-0/V99', 'link:A/B', 'tier:T', 'nonsense', ''])('refuses %j', (selector) => {
    expect(() => placeDatabases(published, [selector])).toThrow(FailureError);
  });
});

describe('placeDatabases(design, failed) honours activation settings', () => {
  const small = calculatorDesign({ tiers: [profile], dags: 1, serversPerDatacenter: 2, databasesPerDag: 4 });
  const withServer = (name: string, change: Partial<Server>): Design => ({
    ...small,
    dags: small.dags?.map((dag) => ({
      ...dag,
      servers: dag.servers?.map((server) => (server.name === name ? { ...server, ...change } : server)),
    })),
  });
  const activeOn = (design: Design, failed: string[]): (string | null)[] =>
    placeDatabases(design, failed).databases.map((database) => database.activeOn);

  it('a healthy small DAG: each database on its first copy, after a failure on its second', () => {
    expect(activeOn(small, [])).toEqual(['0-0-0', '0-0-1', '0-1-0', '0-1-1']);
    expect(activeOn(small, ['server:0-0-0'])).toEqual(['0-0-1', '0-0-1', '0-1-0', '0-1-1']);
  });

  it('Blocked: nothing activates there, but what was active stays', () => {
    const design = withServer('0-0-1', { databaseCopyAutoActivationPolicy: 'Blocked' });
    expect(activeOn(design, ['server:0-0-0'])).toEqual(['0-1-0', '0-0-1', '0-1-0', '0-1-1']);
  });

  it('IntrasiteOnly: no activation from the other site', () => {
    const design = withServer('0-1-0', { databaseCopyAutoActivationPolicy: 'IntrasiteOnly' });
    expect(activeOn(design, ['datacenter:A'])).toEqual(['0-1-1', '0-1-1', '0-1-0', '0-1-1']);
    expect(activeOn(design, ['server:0-1-1'])).toEqual(['0-0-0', '0-0-1', '0-1-0', '0-1-0']);
  });

  it('maximumActiveDatabases: databases activate in name order until the server is full', () => {
    const design = withServer('0-0-1', { maximumActiveDatabases: 1 });
    expect(activeOn(design, ['server:0-0-0'])).toEqual(['0-1-0', '0-0-1', '0-1-0', '0-1-1']);
    expect(placeDatabases(withServer('0-0-0', { maximumActiveDatabases: 0 }), ['datacenter:B']).offline).toBe(0);
    const full = withServer('0-0-0', { maximumActiveDatabases: 1 });
    expect(placeDatabases(full, ['datacenter:B', 'server:0-0-1']).offline).toBe(3);
  });

  it('activationSuspended: the copy never activates', () => {
    const design: Design = {
      ...small,
      dags: small.dags?.map((dag) => ({
        ...dag,
        databases: dag.databases?.map((database) => ({
          ...database,
          copies: database.copies?.map((copy) =>
            copy.activationPreference === 2 ? { ...copy, activationSuspended: true } : copy,
          ),
        })),
      })),
    };
    expect(activeOn(design, ['server:0-0-0'])[0]).toBe('0-1-0');
  });

  it('a design that states next to nothing places nothing and does not fail', () => {
    const bare: Design = { format: 'dagwright/1', name: 'Bare', dags: [{ name: 'D', databases: [{ name: 'X' }] }] };
    expect(placeDatabases(bare, []).databases).toEqual([
      { database: 'X', dag: 'D', activeOn: null, activationPreference: null, lagged: false },
    ]);
    expect(placeDatabases({ format: 'dagwright/1', name: 'Empty' }, []).databases).toEqual([]);
  });
});

describe('worstActive(table, mode)', () => {
  it('meets the published layout', () => {
    const [table] = copyTables(published);
    if (!table) throw new Error('no table');
    expect([...worstActive(table, 'normal')]).toEqual(new Array(8).fill(9));
    expect([...worstActive(table, 'oneServer')]).toEqual(new Array(8).fill(12));
    expect([...worstActive(table, 'twoServers')]).toEqual(new Array(8).fill(15));
    expect([...worstActive(table, 'datacenter')]).toEqual(new Array(8).fill(18));
    expect([...worstActive(table, 'datacenterAndOneServer')]).toEqual(new Array(8).fill(24));
  });

  it('plays the largest DAG, 16 servers and 400 databases, within a frame or two', () => {
    const large = calculatorDesign({ tiers: [profile], dags: 1, serversPerDatacenter: 8, databasesPerDag: 400 });
    const [table] = copyTables(large);
    if (!table) throw new Error('no table');
    const started = performance.now();
    for (const mode of ['oneServer', 'twoServers', 'datacenter', 'datacenterAndOneServer'] as const) {
      worstActive(table, mode);
    }
    expect(performance.now() - started).toBeLessThan(200);
  });
});
