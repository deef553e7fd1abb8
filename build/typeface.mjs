import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';
import { inRoot } from './paths.mjs';

// Writes what the engine needs of Inter: the advance widths of its characters, to measure text without a browser, and the
// typeface itself, which pictures carry.
const output = inRoot('planner/diagram/generated/inter-widths.json');
const typeface = inRoot('planner/diagram/generated/inter-typeface.json');
const files = { 400: '400Regular/Inter_400Regular.ttf', 600: '600SemiBold/Inter_600SemiBold.ttf' };

/** First and last character of each range. */
const ranges = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1, with × and ÷
  [0x100, 0x17f], // Latin Extended-A
  [0x370, 0x3ff], // Greek
  [0x400, 0x4ff], // Cyrillic
  [0x2000, 0x206f], // general punctuation
  [0x20a0, 0x20bf], // currencies
  [0x2190, 0x21ff], // arrows
  [0x2212, 0x2212], // −
  [0x2248, 0x2248], // ≈
  [0x2260, 0x2265], // ≠ ≤ ≥
  [0x25a0, 0x25ff], // geometric shapes
  [0x2605, 0x2606], // ★ ☆
  [0x2713, 0x2717], // ✓ ✗ and ✕
];

const source = fileURLToPath(import.meta.url);
if (![output, typeface].every((path) => existsSync(path) && statSync(path).mtimeMs >= statSync(source).mtimeMs)) {
  const fonts = Object.entries(files).map(([weight, file]) => [weight, read(file)]);
  const unitsPerEm = fonts[0][1].unitsPerEm;
  const weights = Object.fromEntries(fonts.map(([weight, font]) => [weight, measure(font)]));
  const base64 = Object.entries(files).map(([weight, file]) => [weight, readFileSync(place(file), 'base64')]);
  mkdirSync(inRoot('planner/diagram/generated'), { recursive: true });
  write(output, { unitsPerEm, weights });
  write(typeface, Object.fromEntries(base64));
}

function place(file) {
  return inRoot(`node_modules/@expo-google-fonts/inter/${file}`);
}

function read(file) {
  return openSync(place(file));
}

function write(path, value) {
  const json = JSON.stringify(value, null, 1) + '\n';
  if (!existsSync(path) || readFileSync(path, 'utf8') !== json) writeFileSync(path, json);
  else utimesSync(path, new Date(), new Date());
}

/** Characters the font lacks are drawn by a fallback font; one em is the safe guess for them. */
function measure(font) {
  const widths = {};
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      if (font.hasGlyphForCodePoint(code)) {
        widths[String.fromCodePoint(code)] = font.glyphForCodePoint(code).advanceWidth;
      }
    }
  }
  return { default: font.unitsPerEm, widths };
}
