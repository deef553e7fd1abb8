import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles a module, so that plain Node can run it as a program; answers the bundle's path in `folder`. */
export async function bundle(module: string, folder: string): Promise<string> {
  const name = `${basename(module, '.ts')}.mjs`;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: module,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: name } },
    },
  });
  return join(folder, name);
}
