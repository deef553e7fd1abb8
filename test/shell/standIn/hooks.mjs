import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * How the built main finds the stand-in: a module loaded as `main.js?app=ID` gets its own `electron` and its own `process`, and so does
 * every module that it imports.
 */
const STORE = "globalThis[Symbol.for('dagwright.standIn')]";
const electron = new Set(['electron', 'electron/main', 'electron/common']);
const nodeProcess = new Set(['process', 'node:process']);
/** Node's ways to a network. The program has no business there. */
const network = new Set(['dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'net', 'tls']);

/** @type {readonly string[]} */
let names = [];

export function initialize(data) {
  ({ names } = data);
}

export async function resolve(specifier, context, next) {
  const app = appOf(context.parentURL);
  if (!app) return next(specifier, context);
  if (electron.has(specifier)) return { url: `stand-in:electron?app=${app}`, shortCircuit: true };
  if (network.has(specifier.replace(/^node:/, ''))) throw new Error(`The program must not use a network: ${specifier}`);
  if (nodeProcess.has(specifier)) return { url: `stand-in:process?app=${app}`, shortCircuit: true };
  const found = await next(specifier, context);
  if (!found.url.startsWith('file:')) return found;
  const url = new URL(found.url);
  url.searchParams.set('app', app);
  return { ...found, url: url.href };
}

export async function load(url, context, next) {
  const app = appOf(url);
  if (!app) return next(url, context);
  const get = `${STORE}.get(${JSON.stringify(app)})`;
  if (url.startsWith('stand-in:electron')) return module(electronSource(get));
  if (url.startsWith('stand-in:process')) return module(`export default ${get}.process;`);
  const source = await readFile(fileURLToPath(url), 'utf8');
  // A module that imports `process` by name has it from above; to the others it is a global of Electron's.
  const globals = /\bimport\s+process\b/.test(source) ? 'fetch, WebSocket' : 'process, fetch, WebSocket';
  return module(`const { ${globals} } = ${get}; ${source}`);
}

const module = (source) => ({ format: 'module', source, shortCircuit: true });

/** A name that the stand-in lacks is missing here too, so that importing it fails when the modules are linked. */
function electronSource(get) {
  const lines = names.map((name) => `export const ${name} = electron.${name};`);
  return [`const { electron } = ${get};`, ...lines, 'export default electron;'].join('\n');
}

function appOf(url) {
  return url?.includes('app=') ? new URL(url).searchParams.get('app') : null;
}
