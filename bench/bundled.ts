import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * A module as it is shipped, in one bundle. Run from its sources, every call between modules goes through the test runner's import
 * records, which costs small functions several times what they do.
 * @param entry path of the module from this folder
 */
export async function bundled<T>(entry: string): Promise<T> {
  // Of what lies there the test runner makes nothing of its own.
  const folder = await mkdtemp(fileURLToPath(new URL('../node_modules/.bench-', import.meta.url)));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      minify: false,
      target: 'node20',
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['es'], fileName: 'bundle' },
    },
  });
  try {
    // eslint-disable-next-line no-unsanitized/method -- it was written a moment ago
    return (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'bundle.js')).href)) as T;
  } finally {
    await rm(folder, { recursive: true });
  }
}
