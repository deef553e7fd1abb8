import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * A Chromium to run the end-to-end tests in.
 * @param {{ install?: boolean }} [options] install: fetch one where none is found (default: on a CI machine)
 * @returns {string} the path of its executable
 */
export function findBrowser({ install = Boolean(process.env['CI']) } = {}) {
  const asked = process.env['DAGWRIGHT_BROWSER'];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`DAGWRIGHT_BROWSER names ${asked}, which does not exist.`);
  }
  const found = installed() ?? playwrights() ?? (install ? (download() ?? fromDebian()) : undefined);
  if (found) return found;
  throw new Error(
    'No Chromium found. Install Chromium, Google Chrome or Microsoft Edge, or run `npx playwright install chromium`, ' +
      'or set DAGWRIGHT_BROWSER to the path of one.',
  );
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

function installed() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces()].find((path) => existsSync(path));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .map((name) => process.env[name] ?? '')
      .filter(Boolean);
    const tails = [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((folder) => tails.map((tail) => join(folder, tail)));
  }
  return ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** The browser that Playwright itself has downloaded, if it has. */
function playwrights() {
  try {
    const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function download() {
  console.error('No Chromium found; trying `playwright install chromium` …');
  const script = inRoot('node_modules/@playwright/test/cli.js');
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env };
  spawnSync(process.execPath, [script, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000, env });
  return playwrights();
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.error('Trying `apt-get install chromium` …');
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  return installed();
}
