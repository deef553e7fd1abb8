import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const fetchLimitMs = 180_000;

/** Where Electron's binary lies. Importing the package `electron` would tell it too, but fetches it without asking. */
export function electronBinary() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? inRoot('node_modules/electron/dist');
  return join(folder, names[process.platform] ?? 'electron');
}

/**
 * Fetches Electron's binary with the package's own installer, which checks it against the hashes that the package brings.
 * @returns {boolean} whether it is there now
 */
export function fetchElectron() {
  console.error(`Fetching Electron, once, for at most ${fetchLimitMs / 60_000} minutes …`);
  spawnSync(process.execPath, [inRoot('node_modules/electron/install.js')], { stdio: 'ignore', timeout: fetchLimitMs });
  return existsSync(electronBinary());
}
