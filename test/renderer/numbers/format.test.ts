import { afterEach, describe, expect, it } from 'vitest';
import { numberFormats, signsOf } from '../../../renderer/numbers/choices.ts';
import { plainly, writeNumbers } from '../../../renderer/numbers/chosen.svelte.ts';
import {
  counted,
  exactGrouped,
  exactNumber,
  formatCount,
  formatFigure,
  formatNumber,
  formatPercent,
} from '../../../renderer/numbers/format.ts';

afterEach(() => writeNumbers('comma', 'exchange'));
const written = (): string[] => [
  formatNumber(-1234567.891),
  formatCount(24000.4),
  formatPercent(12.3456),
  counted(1234, 'copy', 'copies'),
  formatFigure(0.012345),
  exactNumber(1234.5678),
  exactGrouped(1234.5678),
];
const byDefault = ['-1,234,567.89', '24,000', '1,234.6 %', '1,234 copies', '0.01235', '1234.5678', '1,234.5678'];

describe('numbers on screen', () => {
  it.each([
    ['comma', byDefault],
    [
      'space',
      ['-1 234 567,89', '24 000', '1 234,6 %', '1 234 copies', '0,01235', '1234,5678', '1 234,5678'].map((text) =>
        text.replace(/(\d) (?=\d)/g, '$1\u202f'),
      ),
    ],
    ['point', ['-1.234.567,89', '24.000', '1.234,6 %', '1.234 copies', '0,01235', '1234,5678', '1.234,5678']],
    ['apostrophe', ['-1’234’567.89', '24’000', '1’234.6 %', '1’234 copies', '0.01235', '1234.5678', '1’234.5678']],
  ] as const)('are written in the format with a %s', (format, texts) => {
    writeNumbers(format, 'exchange');
    expect(written()).toEqual(texts);
  });

  it('leave the page as the engine writes them, in every format', () => {
    for (const format of numberFormats) {
      writeNumbers(format, 'decimal');
      expect(plainly(written)).toEqual(byDefault);
    }
    expect(() =>
      plainly(() => {
        throw new Error('halfway');
      }),
    ).toThrow('halfway');
    writeNumbers('point', 'exchange');
    expect(formatNumber(1.5)).toBe('1,5');
  });

  it.each([
    ['de-DE', { group: '.', decimal: ',' }],
    ['es-ES', { group: '.', decimal: ',' }],
    ['hi-IN', { group: ',', decimal: '.' }],
    ['en-US@posix', { group: ',', decimal: '.' }],
    ['C', { group: ',', decimal: '.' }],
    ['ar-EG', { group: ',', decimal: '.' }],
  ])('take the signs of a system in %s', (language, signs) => {
    expect(signsOf('system', language)).toEqual(signs);
  });

  it('group by what the system’s language has, be it an apostrophe or a space', () => {
    expect(signsOf('system', 'de-CH').group).toMatch(/^['’]$/);
    expect(signsOf('system', 'fr-FR').group).toMatch(/^\s$/);
  });
});
