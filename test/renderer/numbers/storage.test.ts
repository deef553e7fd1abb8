import { afterEach, describe, expect, it } from 'vitest';
import { plainly, writeNumbers } from '../../../renderer/numbers/chosen.svelte.ts';
import {
  diskLabel,
  diskLabelInFull,
  engineUnit,
  memoryText,
  storageAmount,
  storageText,
  storageUnit,
} from '../../../renderer/numbers/storage.ts';
import { reckonedIn, valueText } from '../../../renderer/working/valueText.ts';

afterEach(() => writeNumbers('comma', 'exchange'));
const written = (): string[] => [
  storageText(100, 'GB'),
  storageText(2048, 'MB'),
  `${storageAmount(75, 'KB')} ${storageUnit('KB')}`,
  memoryText(192),
  `typed in ${engineUnit('MB')}`,
  diskLabel(8000),
  diskLabelInFull(8000),
];
const byDefault = ['100 GB', '2,048 MB', '75 KB', '192 GB', 'typed in MB', '8,000 GB', '8,000 GB'];

describe('amounts of storage', () => {
  it.each([
    ['exchange', byDefault],
    ['binary', ['100 GiB', '2,048 MiB', '75 KiB', '192 GiB', 'typed in MiB', '8,000 GB', '8,000 GB (7,450.58 GiB)']],
    ['decimal', ['107.37 GB', '2,147.48 MB', '76.8 KB', '192 GiB', 'typed in MiB', '8,000 GB', '8,000 GB']],
  ] as const)('are shown by their kind in %s units', (units, texts) => {
    writeNumbers('comma', units);
    expect(written()).toEqual(texts);
    expect(plainly(written)).toEqual(byDefault);
  });
});

describe('a working', () => {
  const operands = [
    { name: 'size', value: 100, unit: 'GB' },
    { name: 'growth', value: 73.5, unit: 'MB/week' },
    { name: 'disk', value: 8000, unit: 'GB', source: '/hardware/0/systemDisks/capacityGB' },
    { name: 'formatted', value: 7450.58, unit: 'GB', source: '/hardware/0/dataDisk/capacityGB, formatted' },
    { name: 'each', value: 5, unit: 'MB/s' },
  ];
  const sized = {
    id: 'databaseSize',
    subject: 'database:DB1',
    value: 100,
    unit: 'GB',
    formula: '',
    inputs: [],
    source: '',
  };
  const filled = { ...sized, id: 'volumeFill', value: 0.5, unit: '1', inputs: operands };
  const needed = { ...sized, id: 'memoryNeeded.normal' };

  it('keeps the numbers that its formulas hold for, and names their units', () => {
    const texts = (): string[] => operands.map(valueText);
    expect(texts()).toEqual(['100 GB', '73.5 MB/week', '8,000 GB', '7,450.58 GB', '5 MB/s']);
    for (const units of ['binary', 'decimal'] as const) {
      writeNumbers('comma', units);
      expect(texts()).toEqual(['100 GiB', '73.5 MiB/week', '8,000 GB', '7,450.58 GiB', '5 MB/s']);
    }
  });

  it('says what it comes to where storage is shown in other units', () => {
    const told = (): string[] => [[sized], [filled], [needed], []].map(reckonedIn);
    expect(told()).toEqual(['', '', '', '']);
    writeNumbers('comma', 'binary');
    expect(told()).toEqual(['', '', '', '']);
    writeNumbers('comma', 'decimal');
    expect(told()).toEqual([
      'Reckoned in GiB, MiB and KiB, as its formulas are: 100 GiB are 107.37 GB.',
      'Reckoned in GiB, MiB and KiB, as its formulas are: 1 GiB is 1.073741824 GB.',
      'Reckoned in GiB, MiB and KiB, as its formulas are: 1 GiB is 1.073741824 GB.',
      '',
    ]);
  });
});
