import { isBuiltin } from 'node:module';
import { defineConfig, type EnvironmentOptions } from 'vite';

const isOutside = (id: string): boolean => id === 'electron' || isBuiltin(id);

/** One bundle that needs nothing but Electron and its Node. */
function bundle(input: string, format: 'es' | 'cjs', file: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: 'dist/electron',
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: false,
      license: { fileName: `.vite/${file}.json` },
      rolldownOptions: { input, external: isOutside, output: { format, entryFileNames: file, codeSplitting: false } },
    },
  };
}

/** The desktop shell: electron/ → dist/electron. A sandboxed preload script can be no ES module. */
export default defineConfig({
  publicDir: false,
  environments: {
    main: bundle('electron/main/main.ts', 'es', 'main.js'),
    preload: bundle('electron/preload/preload.ts', 'cjs', 'preload.cjs'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'preload']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
