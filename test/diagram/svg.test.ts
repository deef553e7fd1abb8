import { Resvg } from '@resvg/resvg-js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  buildScene,
  palettes,
  pictureDetails,
  sceneToSvg,
  type PaletteName,
  type PictureDetail,
} from '../../planner/diagram/index.ts';
import { oddDesigns } from './oddDesigns.ts';
import { sampleDesign } from './sampleDesign.ts';

const contoso = buildScene(sampleDesign());
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
      const svg = sceneToSvg(contoso, { detail, theme });
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it.each(details)('holds the text of every server: %s', (detail) => {
    const texts = textsIn(sceneToSvg(contoso, { detail }));
    for (let i = 1; i <= 16; i++) expect(texts).toContain(`EX${String(i).padStart(2, '0')}`);
  });

  it('carries title, ruleset, date, legend and description', () => {
    const svg = sceneToSvg(contoso);
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(['Contoso', 'Contoso Ltd · ruleset pa-2016 · revision 3 · 2026-11-24', '4 lagged 7 d']),
    );
    expect(svg).toContain('<title id="title">Contoso</title>');
    expect(svg).toContain('16 servers, 192 databases, 768 database copies');
  });

  it('has the same bytes for the same design', () => {
    expect(sceneToSvg(buildScene(sampleDesign()))).toBe(sceneToSvg(contoso));
  });

  it.each(['print', 'light', 'dark'] as const)('takes its colours from the %s palette', (theme) => {
    const svg = sceneToSvg(contoso, { theme });
    for (const [role, color] of Object.entries(palettes[theme])) expect(svg).toContain(`.f-${role}{fill:${color}}`);
  });

  it('refers to nothing outside and runs nothing', () => {
    expect(sceneToSvg(contoso)).not.toMatch(/<script|href|@import|url\((?!#)|\son\w+=/);
  });

  it.each(Object.entries(oddDesigns))('is well-formed for odd designs: %s', (_, design) => {
    const svg = sceneToSvg(buildScene(design), { detail: 'databases' });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('escapes hostile names', () => {
    const svg = sceneToSvg(buildScene(oddDesigns['hostile names'] ?? sampleDesign()));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;EX&gt;&amp;&quot;&#39;');
  });

  it('replaces characters that XML forbids', () => {
    const svg = sceneToSvg(buildScene({ format: 'dagwright/1', name: 'a\u0000b\uFFFEc\uD800d' }));
    expect(svg).toContain('a\uFFFDb\uFFFDc\uFFFDd');
    expect(XMLValidator.validate(svg)).toBe(true);
  });

  it.each(['print', 'dark'] as const)('is a picture, not an empty sheet: %s', (theme) => {
    const image = new Resvg(sceneToSvg(contoso, { theme }), {
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
});
