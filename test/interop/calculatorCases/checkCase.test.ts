import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCase, readCase } from '../../../planner/interop/calculatorCases/index.ts';
import { calculatorCase, literalCases } from './cases.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/cases/sizing');
const present = existsSync(folder);
const missing = present ? '' : ' (left out: ../shared/cases is not beside this clone)';
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

describe.skipIf(!present)(`checkCase(case) finds every figure of the calculator's own cases${missing}`, () => {
  it.each(files)('%s', (file) => {
    const { off, unknown, verdict } = checkCase(readCase(readFileSync(join(folder, file), 'utf8')));
    expect({ off, unknown, verdict }).toEqual({ off: [], unknown: [], verdict: undefined });
  });
});

describe('checkCase(case) compares figures', () => {
  it.each(literalCases.map((given) => [given.name, given] as const))('%s', (_, given) => {
    const { compared, off, unknown, verdict } = checkCase(given);
    expect({ off, unknown, verdict }).toEqual({ off: [], unknown: [], verdict: undefined });
    expect(compared).toBe(Object.keys({ ...given.outputs, ...given.replication }).length);
  });

  it('says by how much a number is off, and what was found', () => {
    const { off, worst } = checkCase(calculatorCase('Off', {}, { copies_per_server: 73, ram_gb: 224 }));
    expect(off).toEqual([{ name: 'copies_per_server', expected: 73, found: 72 }]);
    expect(worst).toEqual({ name: 'copies_per_server', deviation: expect.closeTo(1 / 73, 9) as number });
  });

  it.each([
    ['a number', { ram_gb: 224.0003 }],
    ['text', { storage_dc1: 'RAID' }],
    ['a truth', { raid_required_dc1: true }],
    ['text in place of a number', { ram_gb: 'disk too small' }],
    ['a figure that there is not', { active_dbs_server_2_failures_dc2: 30, restore_volumes: 2 }],
  ])('finds %s off', (_, outputs) => {
    expect(checkCase(calculatorCase('Off', {}, outputs)).off).toHaveLength(1);
  });

  it('lets a number be off by less than a millionth', () => {
    expect(checkCase(calculatorCase('Close', {}, { ram_gb: 224.0001 })).off).toEqual([]);
  });

  it('names figures that it does not know', () => {
    const outputs = { ram_gb: 224, coffee_cups: 3, 'tiers.0.mugs': 1, 'active_dbs_by_mode_dc1.3_failures': 1 };
    expect(checkCase(calculatorCase('Unknown', {}, outputs)).unknown).toEqual([
      'coffee_cups',
      'tiers.0.mugs',
      'active_dbs_by_mode_dc1.3_failures',
    ]);
  });

  it('leaves the replication figures out where asked', () => {
    const given = calculatorCase('Replication', {}, { ram_gb: 224 }, { rpo_hours_used: 99 });
    expect(checkCase(given).off).toHaveLength(1);
    expect(checkCase(given, { replication: false })).toMatchObject({ compared: 1, off: [] });
  });
});

describe('checkCase(case) judges a case', () => {
  it.each([
    ['18 members', { servers_per_dc_per_dag: 9 }],
    ['unequal copies in an active/active DAG', { lagged_copies_total: 0, lagged_copies_secondary: 0 }],
    ['no quota', { quota_mb: 0 }],
    ['more copies than servers', { servers_per_dc_per_dag: 1 }],
    ['250 copies on a server', { automatic_database_count: false, custom_database_count: 500 }],
    ['too few volumes', { automatic_volume_count: false, data_volumes_per_server: 3 }],
    ['RAID-5 on 7.2K disks', { jbod: false, raid_override: true, raid_type: 'RAID-5' }],
  ])('is content that it refuses what the calculator refuses: %s', (name, changed) => {
    const result = checkCase({ ...calculatorCase(name, changed, {}), valid: false });
    expect(result).toEqual({ name, compared: 0, off: [], unknown: [], refused: true });
  });

  it('objects where it accepts what the calculator refuses, or refuses what that accepts', () => {
    expect(checkCase({ ...calculatorCase('Fine', {}, {}), valid: false }).verdict).toContain('Accepted');
    expect(checkCase(calculatorCase('Wrong', { quota_mb: 0 }, {})).verdict).toContain('quota');
  });

  it.each([
    ['an unknown input', { coffee: true }, /Unknown input: coffee/],
    ['an unknown input of a tier', { tiers: [{ mugs: 1 }] }, /tiers\.0\./],
    ['an unknown spelling', { backup: 'tape' }, /"tape", not one of/],
    ['a wrong type', { mailboxes: 'many' }, /"many", not a number/],
    ['an unknown disk', { disk: '8 TB of something' }, /"8 TB of something" is not known/],
    ['a missing input', { quota_mb: undefined }, /quota_mb is missing/],
  ])('refuses a case with %s', (_, changed, message) => {
    expect(() => checkCase(calculatorCase('Odd', changed, {}))).toThrow(message);
  });

  it.each([
    'no JSON',
    '[]',
    '{"name": "A"}',
    '{"name":"A","catalog":"exchange-2013","valid":true,"inputs":{},"outputs":{"a":null}}',
  ])('refuses a file that is no case: %s', (text) => {
    expect(() => readCase(text)).toThrow(/^The file|^"outputs"/);
  });

  it('refuses tables of an Exchange version that no case knows', () => {
    expect(() => checkCase({ ...calculatorCase('Old', {}, {}), catalog: 'exchange-5.5' })).toThrow('exchange-5.5');
  });
});
