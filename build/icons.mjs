import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import { inRoot } from './paths.mjs';

// The drawings in build/packaging → dist/icons: app and document as .ico and .icns, and the app in the sizes that Linux asks for.
const sizes = { windows: [16, 20, 24, 32, 40, 48, 64, 256], linux: [16, 24, 32, 48, 64, 128, 256, 512] };
/** What an .icns calls its sizes, in the order of Apple's own tool. */
const icnsTypes = /** @type {const} */ ([
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic04', 16],
  ['ic14', 512],
  ['ic09', 512],
  ['ic05', 32],
  ['ic10', 1024],
  ['ic11', 32],
]);

const app = read('build/packaging/app.svg');
const drawings = {
  /** Apple's icons keep a margin, which the drawing has. */
  appWithMargin: (/** @type {number} */ size) => render(app, size),
  /** Where a pixel counts, the four cells stand without their plate, as in the page's own icon. */
  app: (/** @type {number} */ size) =>
    size < 32 ? render(read('renderer/icon.svg'), size) : render(app.replace('0 0 1024 1024', '84 84 856 856'), size),
  document: (/** @type {number} */ size) => render(read('build/packaging/document.svg'), size),
};

/**
 * Draws all icons anew.
 * @param {string} [folder]
 */
export async function drawIcons(folder = inRoot('dist/icons')) {
  const write = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) =>
    writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, 'linux'), { recursive: true });
  write('app.ico', await ico(drawings.app));
  write('document.ico', await ico(drawings.document));
  write('app.icns', await icns(drawings.appWithMargin));
  write('document.icns', await icns(drawings.document));
  for (const size of sizes.linux) write(`linux/${size}x${size}.png`, drawings.app(size));
}

/** @param {string} path */
function read(path) {
  return readFileSync(inRoot(path), 'utf8');
}

/** @param {string} svg @param {number} size in pixels */
function render(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

/** @param {(size: number) => Uint8Array} draw */
async function ico(draw) {
  const icon = new IconIco();
  for (const size of sizes.windows) await icon.addFromPng(draw(size), size === 256);
  return icon.encode();
}

/** @param {(size: number) => Uint8Array} draw */
async function icns(draw) {
  const icon = new IconIcns();
  for (const [type, size] of icnsTypes) await icon.addFromPng(draw(size), [type]);
  return icon.encode();
}
