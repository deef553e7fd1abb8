import { describe, expect, it } from 'vitest';
import { shorten, textWidth } from '../../planner/diagram/measure.ts';

describe('textWidth', () => {
  it.each([
    ['EX01', 4753],
    ['8 servers · 96 data disks', 23780],
    ['Größe µ ≥ 80 %', 15412],
    ['Ελληνικά', 9272],
    ['Кириллица', 10992],
  ])('agrees with what fontkit lays out, in 2,048ths of an em: %s', (text, units) => {
    expect(textWidth(text, 2048, 400)).toBeCloseTo(units, 5);
  });

  it('grows with the weight and the size', () => {
    expect(textWidth('Server', 12, 600)).toBeGreaterThan(textWidth('Server', 12, 400));
    expect(textWidth('Server', 24, 400)).toBeCloseTo(2 * textWidth('Server', 12, 400), 10);
  });

  it('counts a character that the typeface lacks as one em', () => {
    expect(textWidth('漢', 12, 400)).toBe(12);
    expect(textWidth('😀', 12, 400)).toBe(12);
  });

  it('knows no widths by the names of object properties', () => {
    expect(textWidth('', 12, 400)).toBe(0);
    expect(Number.isFinite(textWidth('constructor __proto__', 12, 400))).toBe(true);
  });
});

describe('shorten', () => {
  it.each([
    ['EX01', 100, 'EX01'],
    ['EXCHANGE-SERVER-01', 60, 'EXCHA…'],
    ['EX01', 1, ''],
    ['', 10, ''],
  ])('%s into %d is %s', (text, room, shown) => {
    expect(shorten(text, 12, 400, room)).toBe(shown);
  });

  it('never takes more than its room, nor cuts a letter in two', () => {
    for (let room = 0; room < 120; room++) {
      const shown = shorten('a😀b😀c😀 long name', 12, 600, room);
      expect(textWidth(shown, 12, 600)).toBeLessThanOrEqual(room);
      expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
  });
});
