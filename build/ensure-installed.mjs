import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';
import { inRoot } from './paths.mjs';

const lock = inRoot('package-lock.json');
const stamp = inRoot('node_modules/.dagwright-installed');

/** Installs the packages unless node_modules already holds what the lock file asks for. Needs Node's builtins only. */
export function ensureInstalled() {
  if (isCurrent()) return;
  const command = existsSync(lock) ? 'ci' : 'install';
  console.error(`Installing packages (npm ${command}) …`);
  if (!npm([command, '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])) {
    throw new Error(`npm ${command} failed; see its message above. A network or a registry mirror is needed once.`);
  }
  writeStamp();
}

function isCurrent() {
  if (!existsSync(inRoot('node_modules'))) return false;
  if (!existsSync(lock)) return true;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (!installedByHand()) return false;
  writeStamp();
  return true;
}

/** Whether an `npm ci` that somebody else ran has brought exactly what the lock file asks for. */
function installedByHand() {
  const record = inRoot('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, peer }]) =>
    installed[path] ? installed[path].version === version : Boolean(optional ?? peer),
  );
}

const lockHash = () => createHash('sha256').update(readFileSync(lock)).digest('hex');

function writeStamp() {
  if (existsSync(lock)) writeFileSync(stamp, lockHash());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstalled();
