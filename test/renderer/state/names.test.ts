import { describe, expect, it } from 'vitest';
import { copyName, fileNameOf, stemOf } from '../../../renderer/state/fileName.ts';
import { placeTail } from '../../../renderer/state/placeTail.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('file names', () => {
  it.each([
    ['contoso.dagwright.json', 'contoso (recovered).dagwright.json'],
    ['contoso.json', 'contoso.json (recovered).dagwright.json'],
  ])('a copy of %s is %s', (name, expected) => {
    expect(copyName(name, 'recovered')).toBe(expected);
  });

  it('fit every file system, whatever the design is called', () => {
    const long = '\u{20000}'.repeat(500);
    expect(bytes(fileNameOf(long))).toBeLessThanOrEqual(255);
    expect(bytes(copyName(fileNameOf(long), 'recovered'))).toBeLessThanOrEqual(255);
    expect(stemOf(fileNameOf('Contoso, Ltd.'))).toBe('contoso-ltd');
  });
});

describe('a folder is shown by its end', () => {
  it.each([
    ['~', '~'],
    ['~/designs', '~/designs'],
    ['/srv/designs', '/srv/designs'],
    ['~/work/contoso/exchange/designs', '…/exchange/designs'],
    ['C:\\Users\\ann\\Documents\\Exchange', '…\\Documents\\Exchange'],
    ['\\\\server\\share\\contoso\\designs', '…\\contoso\\designs'],
  ])('%s as %s', (place, expected) => {
    expect(placeTail(place)).toBe(expected);
  });
});
