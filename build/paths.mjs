import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path relative to the clone */
export const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The built command line. */
export const program = inRoot('dist/cli/dagwright.js');
