import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

// The licences of everything that is bundled → dist/licenses/third-party.txt. Vite notes the packages of each bundle.

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} Licensed */

const noted = [
  'dist/app/.vite/page.json',
  'dist/cli/.vite/command-line.json',
  'dist/electron/.vite/main.js.json',
  'dist/electron/.vite/preload.cjs.json',
];

/** What Vite does not see: the typeface is no module, and parts of ajv are compiled into the validators beforehand. */
const unseen = [
  { name: '@expo-google-fonts/inter', file: 'LICENSE_FONT', identifier: 'OFL-1.1' },
  { name: 'ajv', file: 'LICENSE' },
  { name: 'ajv-formats', file: 'LICENSE' },
];

/** Packages without a licence file: where its text stands, or whose copyright it is under the MIT licence. */
const textless = {
  '@resvg/resvg-wasm': { file: 'node_modules/@resvg/resvg-js/LICENSE' },
  dfa: { copyright: 'Copyright (c) Devon Govett' },
  fontkit: { copyright: 'Copyright (c) 2014-present Devon Govett' },
};

/** @type {Licensed[]} */
const bundled = [...noted.flatMap((path) => json(path)), ...unseen.map(licenceOf)].map(withText);
const lacking = bundled.filter(({ text }) => !text);
if (lacking.length > 0) throw new Error(`No licence text: ${lacking.map(({ name }) => name).join(', ')}`);
const sections = new Map(
  bundled.map(({ name, version, identifier, text }) => [
    `${name} ${version}`,
    `${name} ${version}${identifier ? ` (${identifier})` : ''}\n\n${text?.trim()}\n`,
  ]),
);
const head = 'Dagwright contains the following packages. Electron and Chromium come with their own licence files.\n';
const rule = `\n${'-'.repeat(78)}\n\n`;
mkdirSync(inRoot('dist/licenses'), { recursive: true });
writeFileSync(
  inRoot('dist/licenses/third-party.txt'),
  [head, ...[...sections.keys()].sort().map((key) => sections.get(key))].join(rule),
);

/** @param {{ name: string, file: string, identifier?: string }} package @returns {Licensed} */
function licenceOf({ name, file, identifier }) {
  const { version, license } = json(`node_modules/${name}/package.json`);
  const text = readFileSync(inRoot(`node_modules/${name}/${file}`), 'utf8');
  return { name, version, identifier: identifier ?? license, text };
}

/** @param {Licensed} licensed @returns {Licensed} */
function withText(licensed) {
  const known = textless[licensed.name];
  if (licensed.text || !known) return licensed;
  if (known.file) return { ...licensed, text: readFileSync(inRoot(known.file), 'utf8') };
  const mit = readFileSync(inRoot('LICENSE'), 'utf8').replace(/^Copyright.*$/m, known.copyright);
  return { ...licensed, identifier: 'MIT', text: mit };
}

/** @param {string} path */
function json(path) {
  if (!existsSync(inRoot(path))) throw new Error(`${path} is missing: build page, command line and shell first.`);
  return JSON.parse(readFileSync(inRoot(path), 'utf8'));
}
