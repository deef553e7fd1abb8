import { Resvg } from '@resvg/resvg-js';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDesign } from '../../../planner/design/write.ts';
import { pageToSvg } from '../../../planner/diagram/index.ts';
import { designInPng, isPng, withDesign, withResolution } from '../../../planner/diagram/pictures/pngChunks.ts';
import { designInSvg, designMetadata, isSvg } from '../../../planner/interop/embeddedDesign.ts';
import { exampleDesign, pagesOf } from './pictureOf.ts';

const contoso = exampleDesign('contoso');
const text = writeDesign(contoso);
const [page] = pagesOf(contoso, { paper: 'a4' });
if (!page) throw new Error('A picture has a page.');
const svg = pageToSvg(page, { theme: 'print', metadata: designMetadata(text) });
const png = new Uint8Array(new Resvg(pageToSvg(page, { theme: 'print' })).render().asPng());
const bytes = (value: string) => new TextEncoder().encode(value);

describe('a design in an SVG', () => {
  it('comes out as it went in, and the picture stays a picture', () => {
    expect(isSvg(svg)).toBe(true);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(designInSvg(svg)).toBe(text);
  });

  it('is not there unless it was asked for', () => {
    const without = pageToSvg(page, { theme: 'print' });
    expect(designInSvg(without)).toBeUndefined();
    expect(without).not.toContain('dagwright/1');
  });

  it('comes out whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '</metadata>', '&amp;', 'é', '\n', '東') }),
        (value) => {
          expect(designInSvg(`<svg>${designMetadata(value)}</svg>`)).toBe(value);
        },
      ),
    );
  });

  it.each(['&#60;', '&#x3C;', '&lt;'])('comes out with the escapes of another program: %s', (escape) => {
    expect(designInSvg(`<svg><metadata id="dagwright-design">${escape}</metadata></svg>`)).toBe('<');
  });

  it.each(['<svg><metadata id="dagwright-design">{', '<svg/>', '', '&#99999999999;'])('is none in %s', (file) => {
    expect(designInSvg(file)).toBeUndefined();
  });

  it.each([
    ['<svg xmlns="x">', true],
    ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>', true],
    ['{"format":"dagwright/1"}', false],
    ['<html><svg></svg>', false],
  ])('%s is an SVG: %s', (file, is) => {
    expect(isSvg(file)).toBe(is);
  });
});

describe('a design in a PNG', () => {
  const picture = withDesign(withResolution(png, 150), bytes(text));

  it('comes out as it went in, and the picture stays a picture', () => {
    expect(isPng(picture)).toBe(true);
    expect(Buffer.from(designInPng(picture) ?? []).toString('utf8')).toBe(text);
    const shown = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" height="9" href="data:image/png;base64,${Buffer.from(picture).toString('base64')}"/></svg>`,
    );
    expect(shown.render().pixels.some((value) => value > 0)).toBe(true);
  });

  it('says how large the picture is on paper', () => {
    const view = new DataView(picture.buffer);
    const at = Buffer.from(picture).indexOf('pHYs');
    expect(view.getUint32(at + 4)).toBe(5906);
  });

  it('is none where the PNG carries none, is cut off, or was tampered with', () => {
    expect(designInPng(png)).toBeUndefined();
    const tampered = picture.slice();
    const at = Buffer.from(tampered).indexOf('dagwright/1');
    tampered[at] = 0x44;
    expect(designInPng(tampered)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 8, max: at + 2 }), (length) => {
        expect(designInPng(picture.slice(0, length))).toBeUndefined();
      }),
    );
  });

  it('is looked for in any bytes without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const file = new Uint8Array([...png.subarray(0, 8), ...rest]);
        expect(designInPng(file)).toBeUndefined();
      }),
    );
  });
});
