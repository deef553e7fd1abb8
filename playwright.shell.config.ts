import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';
import type { ProgramOption } from './test/shell/shell.ts';

const { webServer: _server, ...shared } = base;

/** The desktop shell: the built main and preload, under the stand-in for Electron or in Electron itself. */
export default defineConfig<object, ProgramOption>({
  ...shared,
  testDir: 'test/shell',
  outputDir: 'test-results/shell',
  expect: { timeout: 20_000 },
  // Traces take a fifth of the time; `--trace on` makes them.
  use: { ...shared.use, trace: 'off' },
  projects: [
    { name: 'stand-in', use: { program: 'stand-in' } },
    { name: 'electron', use: { program: 'electron' }, grepInvert: /@stand-in/ },
  ],
});
