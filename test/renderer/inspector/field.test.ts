import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, fieldText, parseField, readText, type Field } from '../../../renderer/inspector/field.ts';
import { writeNumbers } from '../../../renderer/numbers/chosen.svelte.ts';
import { definition } from '../../../renderer/subjects/schema.ts';

function field(type: string, key: string): Field {
  const found = fieldsOf(definition(type), '/at').find((each) => each.key === key);
  if (!found) throw new Error(`No field ${key}`);
  return found;
}

describe('a field made from the schema', () => {
  it.each([
    ['hardware', 'cores', 'integer', 'Cores', 'cores'],
    ['link', 'roundTripMs', 'number', 'Round trip', 'ms'],
    ['sizing', 'cpuLimitFraction', 'percent', 'CPU limit', '%'],
    ['server', 'datacenter', 'reference', 'Datacenter', ''],
    ['server', 'operatingSystem', 'choice', 'Windows', ''],
    ['volume', 'bitLocker', 'boolean', 'BitLocker', ''],
    ['dag', 'administrativeAccessPoint', 'presence', 'Administrative access point', ''],
    ['namespace', 'protocols', 'list', 'Protocols', ''],
    ['document', 'date', 'date', 'Date', ''],
  ])('%s.%s is a %s called %s in %s', (type, key, kind, label, unit) => {
    expect(field(type, key)).toMatchObject({ kind, label, unit, path: `/at/${key}` });
  });

  it('shows the default in its own writing', () => {
    expect(field('sizing', 'cpuLimitFraction').fallback).toBe('80');
    expect(field('sizing', 'designFailure').fallback).toBe('Datacenter and one server');
    expect(field('sizing', 'maximumDatabaseSizeGB').fallback).toBe('2,000');
    expect(field('hardware', 'cores').fallback).toBeUndefined();
  });

  it('leaves objects and lists of objects to sections of their own', () => {
    expect(fieldsOf(definition('hardware'), '').map(({ key }) => key)).not.toContain('systemDisks');
    expect(fieldsOf(definition('dag'), '').map(({ key }) => key)).not.toContain('servers');
  });
});

describe('parseField', () => {
  it.each([
    ['hardware', 'cores', '24', 24],
    ['hardware', 'memoryGB', '1,024.5', 1024.5],
    ['sizing', 'cpuLimitFraction', '7', 0.07],
    ['sizing', 'cpuLimitFraction', '80 %', 0.8],
    ['volume', 'bitLocker', 'yes', true],
    ['volume', 'bitLocker', 'no', false],
    ['volume', 'bitLocker', '', undefined],
    ['loadBalancer', 'layer', '7', 7],
    ['dag', 'preferenceMoveFrequencyHours', 'never', null],
    ['dag', 'administrativeAccessPoint', 'none', null],
    ['namespace', 'protocols', 'http, imap', ['http', 'imap']],
    ['server', 'name', '  EX01 ', 'EX01'],
  ])('%s.%s: "%s" is %j', (type, key, text, value) => {
    expect(parseField(field(type, key), text)).toEqual({ ok: true, value });
  });

  it.each([
    ['hardware', 'cores', '24.5', 'Cores is a whole number.'],
    ['hardware', 'cores', '0', 'Cores is at least 1.'],
    ['hardware', 'cores', 'NaN', 'Cores is a number, such as 24.'],
    ['hardware', 'cores', '1e999', 'Cores is a number, such as 24.'],
    ['hardware', 'cores', '0x10', 'Cores is a number, such as 24.'],
    ['sizing', 'cpuLimitFraction', '12,5', 'CPU limit is a number, such as 20.'],
    ['sizing', 'cpuLimitFraction', '120', 'CPU limit is at most 100.'],
    ['sizing', 'maximumDatabaseSizeGB', '0', 'Maximum database size is more than 0.'],
    ['sizing', 'volumeFreeFraction', '100', 'Volume free is less than 100.'],
    ['server', 'name', ' ', 'Name is needed.'],
  ])('%s.%s: "%s" is refused: %s', (type, key, text, message) => {
    expect(parseField(field(type, key), text)).toEqual({ ok: false, message });
  });

  it('gives back what fieldText shows', () => {
    for (const value of [0.07, 0.29, 0.8, 0.145, 1]) {
      const percent = field('sizing', 'cpuLimitFraction');
      expect(parseField(percent, fieldText(percent.kind, value))).toEqual({ ok: true, value });
    }
  });
});

describe('a field in other formats and units', () => {
  afterEach(() => writeNumbers('comma', 'exchange'));

  it('shows and takes numbers as they are written', () => {
    writeNumbers('point', 'exchange');
    const memory = field('hardware', 'memoryGB');
    expect(fieldText(memory.kind, 1234.5)).toBe('1234,5');
    expect(readText(memory.kind, 1234.5)).toBe('1.234,5');
    expect(parseField(memory, '1.234,5')).toEqual({ ok: true, value: 1234.5 });
    expect(parseField(memory, '1234.5')).toMatchObject({ ok: false });
    expect(field('sizing', 'maximumDatabaseSizeGB').fallback).toBe('2.000');
    expect(field('hardware', 'name').kind).toBe('text');
    expect(readText('text', 'EX1,000.5')).toBe('EX1,000.5');
  });

  it.each(['comma', 'point', 'apostrophe', 'space'] as const)('takes back a list in the format with a %s', (format) => {
    writeNumbers(format, 'exchange');
    const shares = field('replication', 'hourlyLogShare');
    const value = [0.25, 1000.5, 3];
    expect(parseField(shares, fieldText(shares.kind, value))).toEqual({ ok: true, value });
    expect(parseField(shares, '1; x')).toMatchObject({ ok: false });
  });

  it('names the unit that is typed in, and of disks that of their labels', () => {
    const units = (): string[] => [
      field('hardware', 'memoryGB').unit,
      field('mailboxTier', 'quotaMB').unit,
      field('volume', 'capacityGB').unit,
      field('link', 'roundTripMs').unit,
    ];
    expect(units()).toEqual(['GB', 'MB', 'GB', 'ms']);
    writeNumbers('comma', 'decimal');
    expect(units()).toEqual(['GiB', 'MiB', 'GB', 'ms']);
  });
});
