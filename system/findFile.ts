import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { reasonOf } from './reason.ts';
import type { Resource } from './resource.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A file of a folder by its decoded address path; undefined where there is none, or where the path leads out of the folder. */
export async function findFile(folder: string, path: string): Promise<Resource | undefined> {
  const file = resolve(folder, `.${path}`);
  const within = relative(folder, file);
  if (within === '' || within.startsWith('..') || isAbsolute(within)) return undefined;
  try {
    return { type: types[extname(file).toLowerCase()] ?? 'application/octet-stream', body: await readFile(file) };
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
    return undefined;
  }
}
