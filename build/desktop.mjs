import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { desktopObstacles } from './desktop-obstacles.mjs';
import { electronBinary, fetchElectron } from './electron-binary.mjs';

/** @typedef {import('./desktop-obstacles.mjs').Facts} Facts */

/** The exit status of a program whose libraries are not all there. */
const NOT_LOADED = 127;

/**
 * What stands between this machine and a desktop window. Electron is fetched only where nothing else does.
 * @returns {string[]}
 */
export function findObstacles() {
  const facts = readFacts();
  const others = desktopObstacles({ ...facts, hasElectron: true });
  if (others.length > 0 || facts.hasElectron) return others;
  return desktopObstacles({ ...facts, hasElectron: fetchElectron() });
}

/** @returns {Facts} */
function readFacts() {
  return {
    node: process.versions.node,
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    mayIsolate: mayIsolate(electronBinary()),
    hasElectron: existsSync(electronBinary()),
  };
}

/** Chromium isolates its pages with user namespaces, or else with a helper that belongs to root. */
function mayIsolate(/** @type {string} */ binary) {
  const helper = statSync(join(dirname(binary), 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return true;
  return (
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    kernelSetting('kernel/unprivileged_userns_clone') !== '0' &&
    kernelSetting('user/max_user_namespaces') !== '0'
  );
}

function kernelSetting(/** @type {string} */ name) {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Runs Electron until it ends.
 * @param {string} binary
 * @param {string[]} args the folder of the app, then what the user gave
 * @param {string} folder that the user called from
 * @returns {Promise<{ status: number } | { obstacle: string }>} its exit status, or why it did not start
 */
export function runElectron(binary, args, folder) {
  // Set in terminals of some editors, it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(binary, args, { cwd: folder, env, stdio: 'inherit' });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ obstacle: `Electron does not start (${error.message})` }));
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      if (code === NOT_LOADED) resolve({ obstacle: 'Electron does not start (the library named above is missing)' });
      else resolve({ status: code ?? 128 + constants.signals[signal ?? 'SIGTERM'] });
    });
  });
}
