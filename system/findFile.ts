import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
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

/**
 * A file of a folder by its decoded address path; undefined where there is none, or where the path leads out of the folder, be it
 * by dots or by a link.
 */
export async function findFile(folder: string, path: string): Promise<Resource | undefined> {
  try {
    const file = await realpath(resolve(folder, `.${path}`));
    if (!isWithin(await realpath(folder), file)) return undefined;
    return { type: types[extname(file).toLowerCase()] ?? 'application/octet-stream', body: await readFile(file) };
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
    return undefined;
  }
}

function isWithin(folder: string, file: string): boolean {
  const within = relative(folder, file);
  return within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
}
