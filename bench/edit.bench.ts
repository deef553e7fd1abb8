import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, bench, describe } from 'vitest';
import { findBrowser } from '../build/find-browser.mjs';
import { writeDesign } from '../planner/design/write.ts';
import { largestDesign } from './largest.ts';

const executablePath = findOrSkip();

/** Without a browser the rest is still measured. */
function findOrSkip(): string | undefined {
  try {
    return findBrowser({ install: false });
  } catch (error) {
    console.warn(`Edits are not measured: ${String(error)}`);
    return undefined;
  }
}

/** The built page, served from a folder that goes with the measurement. */
async function servePage(): Promise<{ server: PreviewServer; address: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dagwright-bench-'));
  const options = {
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { outDir: folder },
  } as const;
  await build(options);
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  return { server, address: server.resolvedUrls?.local[0] ?? '', folder };
}

async function openDesign(browser: Browser, address: string, dags: number): Promise<Page> {
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
  await (await chooser).setFiles({ ...file, buffer: Buffer.from(writeDesign(largestDesign(dags))) });
  await page.getByRole('tree', { name: 'Outline' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search/ }).fill('EX0-003');
  await page.keyboard.press('Enter');
  await page.locator(`${limit} input`).waitFor();
  return page;
}

const limit = '[data-path="/dags/0/servers/2/maximumActiveDatabases"]';

/** Milliseconds from the key that takes a number over until the page is painted, and until the verdict on it is there. */
function edit(page: Page): Promise<{ shown: number; judged: number }> {
  return page.evaluate(async (field) => {
    const input = document.querySelector<HTMLInputElement>(`${field} input`);
    const verdict = document.querySelector('[data-testid="verdict"]');
    if (!input || !verdict) throw new Error('The field is not there.');
    const painted = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        }),
      );
    const judged = async () => {
      while (verdict.ariaBusy === 'true') await new Promise((resolve) => setTimeout(resolve, 1));
    };
    await judged();
    await painted();
    input.focus();
    input.value = String(20 + (Number(input.value) % 50));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const start = performance.now();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await painted();
    const shown = performance.now() - start;
    await judged();
    await painted();
    return { shown, judged: performance.now() - start };
  }, limit);
}

describe.skipIf(!executablePath)('an edit of one server in the app in Chromium, 1920 × 1080', async () => {
  if (!executablePath) return;
  const { server, address, folder } = await servePage();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
  for (const [title, dags] of [
    ['16 servers, 400 databases', 1],
    ['10 DAGs of that size', 10],
  ] as const) {
    const page = await openDesign(browser, address, dags);
    for (const [what, moment] of [
      ['until it is shown', 'shown'],
      ['until its verdict is, too', 'judged'],
    ] as const) {
      // The page's own clock counts: what it takes to ask the page is left out.
      let clock = 0;
      const run = async () => {
        clock += (await edit(page))[moment];
      };
      bench(`${title}, ${what}`, run, {
        now: () => clock,
        time: 1,
        iterations: 15,
        warmupTime: 1,
        warmupIterations: 3,
      });
    }
  }
});
