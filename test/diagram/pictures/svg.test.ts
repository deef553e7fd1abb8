import { Resvg } from '@resvg/resvg-js';
import { create, openSync } from 'fontkit';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  palettes,
  pictureDetails,
  pageToSvg,
  type PaletteName,
  type PictureDetail,
} from '../../../planner/diagram/index.ts';
import { fontFaces, missingCharacters } from '../../../planner/diagram/pictures/fontFaces.ts';
import { oddDesigns } from '../oddDesigns.ts';
import { sampleDesign } from '../sampleDesign.ts';
import { pagesOf, svgOf } from './pictureOf.ts';

const contoso = sampleDesign();
const details = Object.keys(pictureDetails) as PictureDetail[];
const themes = Object.keys(palettes) as PaletteName[];

const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(
  (file) => `node_modules/@expo-google-fonts/inter/${file}`,
);

/** Every text of an SVG, read by a parser that is not ours. */
function textsIn(svg: string): string[] {
  const texts: string[] = [];
  const tagValueProcessor = (tag: string, value: unknown) => {
    if (tag === 'text') texts.push(String(value));
    return value;
  };
  new XMLParser({ parseTagValue: false, tagValueProcessor }).parse(svg);
  return texts;
}

describe('the SVG of a design', () => {
  it.each(details.flatMap((detail) => themes.map((theme) => [detail, theme] as const)))(
    'is well-formed: %s, %s',
    (detail, theme) => {
      const svg = svgOf(contoso, { detail, theme });
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it.each(details)('holds the text of every server: %s', (detail) => {
    const texts = textsIn(svgOf(contoso, { detail }));
    for (let i = 1; i <= 16; i++) expect(texts).toContain(`EX${String(i).padStart(2, '0')}`);
  });

  it('carries title, ruleset, date, legend and description', () => {
    const svg = svgOf(contoso);
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining([
        'Contoso',
        'Whole environment',
        'Contoso Ltd',
        'pa-2016',
        '3',
        '2026-11-24',
        '4 lagged 7 d',
      ]),
    );
    expect(svg).toContain('<title id="title">Contoso</title>');
    expect(svg).toContain('16 servers, 192 databases, 768 database copies');
  });

  it('has the same bytes for the same design', () => {
    expect(svgOf(sampleDesign())).toBe(svgOf(contoso));
  });

  it.each(['print', 'light', 'dark'] as const)('takes its colours from the %s palette', (theme) => {
    const svg = svgOf(contoso, { theme });
    for (const [role, color] of Object.entries(palettes[theme])) expect(svg).toContain(`.f-${role}{fill:${color}}`);
  });

  it('refers to nothing outside and runs nothing', () => {
    expect(svgOf(contoso)).not.toMatch(/<script|href|@import|url\((?!#)|\son\w+=/);
  });

  it.each(Object.entries(oddDesigns))('is well-formed for odd designs: %s', (_, design) => {
    const svg = svgOf(design, { detail: 'databases' });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('escapes hostile names', () => {
    const svg = svgOf(oddDesigns['hostile names'] ?? sampleDesign());
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;EX&gt;&amp;&quot;&#39;');
  });

  it('replaces characters that XML forbids', () => {
    const svg = svgOf({ format: 'dagwright/1', name: 'a\u0000b\uFFFEc\uD800d' });
    expect(svg).toContain('a\uFFFDb\uFFFDc\uFFFDd');
    expect(XMLValidator.validate(svg)).toBe(true);
  });

  it.each(['print', 'dark'] as const)('is a picture, not an empty sheet: %s', (theme) => {
    const image = new Resvg(svgOf(contoso, { theme }), {
      font: { fontFiles: fonts, loadSystemFonts: false },
    }).render();
    const background = palettes[theme].background;
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(background.slice(i, i + 2), 16));
    const { pixels } = image;
    let drawn = 0;
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i] !== r || pixels[i + 1] !== g || pixels[i + 2] !== b) drawn++;
    expect(drawn / (image.width * image.height)).toBeGreaterThan(0.15);
  });

  it('says how large it is on paper', () => {
    expect(svgOf(contoso, { paper: 'a4', orientation: 'landscape' })).toContain('width="297mm" height="210mm"');
  });

  it.each(['server:EX01', 'copy-layout:DAG1', 'dag:DAG1', 'pair:East–West'])('is well-formed for %s', (scene) => {
    const svg = svgOf(contoso, { scene });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the typeface in an SVG', () => {
  const [page] = pagesOf(contoso);
  if (!page) throw new Error('A picture has a page.');
  const faces = fontFaces(page);
  const fontsIn = [...faces.matchAll(/font-weight:(\d+);src:url\(data:font\/ttf;base64,([A-Za-z0-9+/=]+)\)/g)].map(
    ([, weight, base64 = '']) => ({ weight, font: create(Buffer.from(base64, 'base64')) }),
  );

  it('has every character that the picture writes, as wide as in Inter', () => {
    expect(fontsIn.map(({ weight }) => weight)).toEqual(['400', '600']);
    const written = [...svgOf(contoso).matchAll(/<text([^>]*)>([^<]*)</g)];
    for (const { weight, font } of fontsIn) {
      const whole = openSync(fonts[weight === '400' ? 0 : 1] ?? '');
      const mine = written.filter(([, look = '']) => (weight === '600') === look.includes('font-weight="600"'));
      expect(mine.length).toBeGreaterThan(10);
      for (const [, , text = ''] of mine) {
        for (const character of text.replace(/&\w+;/g, '')) {
          const code = character.codePointAt(0) ?? 0;
          expect(font.hasGlyphForCodePoint(code), character).toBe(true);
          expect(font.glyphForCodePoint(code).advanceWidth).toBe(whole.glyphForCodePoint(code).advanceWidth);
        }
      }
    }
  });

  it('is a small part of Inter, the same each time', () => {
    expect(faces.length).toBeLessThan(60_000);
    expect(fontFaces(page)).toBe(faces);
    const svg = pageToSvg(page, { theme: 'print', fontFaces: faces });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<script|href|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });

  it('names the characters that Inter lacks', () => {
    const missing = (name: string) => missingCharacters(pagesOf({ format: 'dagwright/1', name }));
    expect(missing('Zürich → Łódź, Ελλάδα, Москва')).toEqual([]);
    expect(missing('東京')).toEqual(['京', '東']);
  });
});
