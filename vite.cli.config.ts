import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { noWoff2 } from './build/noWoff2.mjs';

const program = fileURLToPath(new URL('./dist/cli/dagwright.js', import.meta.url));

/** The command line: cli/main.ts → dist/cli/dagwright.js, with every package bundled, so that it runs without node_modules. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  plugins: [noWoff2(), { name: 'executable', closeBundle: () => chmodSync(program, 0o755) }],
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: false,
    license: { fileName: '.vite/command-line.json' },
    rolldownOptions: { output: { format: 'es', entryFileNames: 'dagwright.js' } },
  },
});
