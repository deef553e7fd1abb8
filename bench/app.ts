import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from '../build/find-browser.mjs';
import { writeDesign } from '../planner/design/write.ts';
import { largestDesign } from './largest.ts';

/** The browser that the app is measured in; without one the rest is still measured. */
export const executablePath = findOrSkip();

function findOrSkip(): string | undefined {
  try {
    return findBrowser({ install: false });
  } catch (error) {
    console.warn(`The app is not measured: ${String(error)}`);
    return undefined;
  }
}

/** The built page in a browser. */
export interface MeasuredApp {
  readonly browser: Browser;
  readonly open: (dags: number, databasesPerDag?: number) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Builds the page, serves it from a folder that goes with the measurement, and starts the browser. */
export async function startApp(browserPath: string): Promise<MeasuredApp> {
  const folder = await mkdtemp(join(tmpdir(), 'dagwright-bench-'));
  const options = {
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { outDir: folder },
  } as const;
  await build(options);
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    browser,
    open: (dags, databasesPerDag) => openDesign(browser, server.resolvedUrls?.local[0] ?? '', dags, databasesPerDag),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The largest design in a window of its own, with the server EX0-003 selected. */
async function openDesign(browser: Browser, address: string, dags: number, databasesPerDag?: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  // Asked for long before, so that the browser knows of it when the dialog is to open.
  const chooser = page.waitForEvent('filechooser');
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  // What else the planner's own server has: no examples, and no design to begin with.
  await page.route('**/examples/index.json', (route) => route.fulfill({ json: [] }));
  await page.route('**/design', (route) => route.fulfill({ status: 404 }));
  await page.goto(address);
  await page.getByRole('button', { name: 'New design' }).waitFor();
  await page.keyboard.press('Control+o');
  const file = { name: 'largest.dagwright.json', mimeType: 'application/json' };
  await (await chooser).setFiles({ ...file, buffer: Buffer.from(writeDesign(largestDesign(dags, databasesPerDag))) });
  await page.getByRole('tree', { name: 'Outline' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search/ }).fill('EX0-003');
  await page.keyboard.press('Enter');
  await page.locator('[data-path="/dags/0/servers/2/name"]').waitFor();
  return page;
}
