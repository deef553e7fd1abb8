import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { noWoff2 } from './build/noWoff2.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page: renderer/ → dist/app. Its addresses are relative, so that any host and the desktop shell can serve it. */
export default defineConfig({
  root: here('./renderer'),
  base: './',
  plugins: [svelte({ configFile: here('./svelte.config.js') }), noWoff2()],
  worker: { format: 'es', plugins: () => [noWoff2()] },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: here('./dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    license: { fileName: '.vite/page.json' },
    // The strict content security policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page comes from this machine; one chunk starts faster than many.
    chunkSizeWarningLimit: 2000,
  },
});
