import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { inRoot } from './paths.mjs';

/** Writes docs/rules from the rules' own metadata: `npm run rule-docs`. Vite reads the TypeScript. */
const folder = inRoot('docs/rules');
const vite = await createServer({
  root: inRoot('.'),
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { rulePages } = await vite.ssrLoadModule('/build/rule-pages.ts');
  const pages = rulePages();
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  console.log(`docs/rules: ${pages.size} pages`);
} finally {
  await vite.close();
}
