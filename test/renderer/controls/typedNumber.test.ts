import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { typedNumber } from '../../../renderer/controls/typedNumber.ts';
import { numberFormats, type NumberFormat } from '../../../renderer/numbers/choices.ts';
import { writeNumbers } from '../../../renderer/numbers/chosen.svelte.ts';
import { exactGrouped, exactNumber, formatCount, formatNumber } from '../../../renderer/numbers/format.ts';

const write = (format: NumberFormat): void => writeNumbers(format, 'exchange');
afterEach(() => write('comma'));

describe('typedNumber(text)', () => {
  it.each([
    ['24', 24],
    [' 1,234.5 ', 1234.5],
    ['1 234 567', 1_234_567],
    ['1\u00a0234', 1234],
    ['.5', 0.5],
    ['-3', -3],
    ['1e3', 1000],
  ])('reads %j', (text, value) => expect(typedNumber(text)).toBe(value));

  it.each([
    '',
    '1,5',
    '1,2345',
    '1,234,5',
    '12345,678',
    ',5',
    '1.234.567',
    '0x10',
    'Infinity',
    '1 2',
    'ten',
    '?5',
    '1’234',
  ])('takes %j for no number', (text) => expect(typedNumber(text)).toBeNaN());

  it.each<[NumberFormat, string, number]>([
    ['point', '1.234,5', 1234.5],
    ['point', '1.234', 1234],
    ['point', '1,234', 1.234],
    ['point', '1 234,5', 1234.5],
    ['point', '-,5', -0.5],
    ['point', '1.5', NaN],
    ['point', '1234.567', NaN],
    ['point', '1,234.5', NaN],
    ['point', '1,234,567', NaN],
    ['space', '1 234,5', 1234.5],
    ['space', '1\u202f234\u202f567', 1_234_567],
    ['space', '1.5', NaN],
    ['space', '1.234', NaN],
    ['apostrophe', '1’234.5', 1234.5],
    ['apostrophe', "1'234.5", 1234.5],
    ['apostrophe', '1,5', NaN],
    ['apostrophe', '1,234', NaN],
  ])('in the format with a %s takes %j for %d', (format, text, value) => {
    write(format);
    expect(typedNumber(text)).toBe(value);
  });

  it.each(numberFormats)('reads every number as it is shown in the format with a %s', (format) => {
    write(format);
    const plus = (value: number): number => (value === 0 ? 0 : value);
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        const value = plus(hundredths / 100);
        expect(typedNumber(formatNumber(value))).toBe(value);
        expect(typedNumber(formatCount(hundredths))).toBe(plus(hundredths));
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plus(typedNumber(exactNumber(value)))).toBe(plus(value));
        expect(plus(typedNumber(exactGrouped(value)))).toBe(plus(value));
      }),
    );
  });
});
