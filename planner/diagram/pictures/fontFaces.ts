import { Font, type FontEditor } from 'fonteditor-core';
import type { Weight } from '../measure.ts';
import type { Text } from '../scene.ts';
import { toBase64 } from './base64.ts';
import type { Page } from './page.ts';
import { typeface } from './typeface.ts';

const weights = [400, 600] as const satisfies readonly Weight[];

/** `@font-face` rules with as much of Inter as a page writes, for an SVG that looks the same everywhere. */
export function fontFaces(page: Page): string {
  return weights
    .map((weight) => {
      const characters = charactersOf(page, weight);
      return characters.length === 0 ? '' : fontFace(weight, toBase64(subset(weight, characters)));
    })
    .join('');
}

/** The characters of a picture that Inter has no letter for: a viewer takes another typeface, PDF and PNG draw a box. */
export function missingCharacters(pages: readonly Page[]): string[] {
  const { cmap } = read(400, []).get();
  const written = new Set(pages.flatMap((page) => weights.flatMap((weight) => charactersOf(page, weight))));
  return [...written].filter((code) => cmap[code] === undefined).map((code) => String.fromCodePoint(code));
}

function fontFace(weight: Weight, base64: string): string {
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${base64})}`;
}

function subset(weight: Weight, characters: number[]): Uint8Array {
  return new Uint8Array(read(weight, characters).write({ type: 'ttf', hinting: false }) as ArrayBuffer);
}

function read(weight: Weight, characters: number[]): FontEditor.Font {
  const { buffer } = new Uint8Array(typeface[weight]);
  return Font.create(buffer, { type: 'ttf', subset: characters, hinting: false });
}

/** The code points that a page writes in a weight, each once, in ascending order. */
function charactersOf({ groups }: Page, weight: Weight): number[] {
  const codes = new Set<number>();
  const texts = groups.flatMap(({ layers }) => layers.flatMap(({ tiles }) => tiles.flatMap(({ shapes }) => shapes)));
  for (const shape of texts) if (isText(shape) && shape.weight === weight) addCodes(codes, shape.text);
  return [...codes].toSorted((a, b) => a - b);
}

const isText = (shape: { readonly kind: string }): shape is Text => shape.kind === 'text';

function addCodes(codes: Set<number>, text: string): void {
  for (const character of text) codes.add(character.codePointAt(0) ?? 0);
}
