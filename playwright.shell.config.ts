import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

const { webServer: _server, ...shared } = base;

/** The desktop shell: the built main and preload, under the stand-in for Electron or in Electron itself. */
export default defineConfig({ ...shared, testDir: 'test/shell', outputDir: 'test-results/shell' });
