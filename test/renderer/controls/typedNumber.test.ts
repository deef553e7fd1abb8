import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../planner/design/format.ts';
import { typedNumber } from '../../../renderer/controls/typedNumber.ts';

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

  it.each(['', '1,5', '1,2345', '1,234,5', '12345,678', ',5', '1.234.567', '0x10', 'Infinity', '1 2', 'ten'])(
    'takes %j for no number',
    (text) => expect(typedNumber(text)).toBeNaN(),
  );

  it('reads every number as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        const value = hundredths / 100;
        expect(typedNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
