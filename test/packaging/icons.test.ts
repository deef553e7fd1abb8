import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawIcons } from '../../build/icons.mjs';
import { emptyFolder } from '../cli/dagwright.ts';

const folder = emptyFolder();
const read = (name: string): Buffer => readFileSync(join(folder, name));

beforeAll(() => drawIcons(folder));

/** The width and height that a PNG states. */
const pngSize = (png: Buffer): [number, number] => {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

/** The widths in the folder of an .ico; 0 stands for 256. */
function icoWidths(name: string): number[] {
  const ico = read(name);
  expect(ico.readUInt16LE(2)).toBe(1);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.readUInt8(6 + 16 * at) || 256);
}

/** The types of an .icns and, of those that are PNGs, their width. */
function icnsTypes(name: string): Record<string, number | undefined> {
  const icns = read(name);
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const types: Record<string, number | undefined> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const data = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
    types[icns.toString('latin1', at, at + 4)] = data.toString('latin1', 1, 4) === 'PNG' ? pngSize(data)[0] : undefined;
  }
  return types;
}

describe('drawIcons(folder)', () => {
  it.each(['app.ico', 'document.ico'])('%s has the sizes that Windows shows', (name) => {
    expect(icoWidths(name)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });

  it.each(['app.icns', 'document.icns'])('%s has the sizes that macOS shows, up to 1024', (name) => {
    expect(icnsTypes(name)).toEqual({
      ic04: undefined,
      ic05: undefined,
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });

  it('the pictures for Linux are as big as they are named', () => {
    const names = readdirSync(join(folder, 'linux'));
    expect(names).toHaveLength(8);
    for (const name of names) {
      const size = parseInt(name, 10);
      expect([name, ...pngSize(read(`linux/${name}`))]).toEqual([`${size}x${size}.png`, size, size]);
    }
  });
});
