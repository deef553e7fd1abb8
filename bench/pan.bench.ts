import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, bench, describe } from 'vitest';
import { findBrowser } from '../build/find-browser.mjs';
import { largestDesign } from './largest.ts';
import type { PanBench } from './panPage.ts';

declare const panBench: PanBench;

const options = { time: 1000, iterations: 5, warmupTime: 200, warmupIterations: 2 };
const executablePath = findOrSkip();
let browser: Browser | undefined;

/** Without a browser the rest is still measured. */
function findOrSkip(): string | undefined {
  try {
    return findBrowser({ install: false });
  } catch (error) {
    console.warn(`The pan is not measured: ${String(error)}`);
    return undefined;
  }
}

/** The drawing in a page of its own, without the rest of the app. */
async function openPage(): Promise<Page> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('panPage.ts', import.meta.url)), formats: ['iife'], name: 'page' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const script = bundle && 'output' in bundle ? bundle.output[0].code : '';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: script });
  return page;
}

describe.skipIf(!executablePath)('one frame of a pan in Chromium, 1920 × 1080, drawn by the processor', async () => {
  if (!executablePath) return;
  const page = await openPage();
  await page.evaluate((design) => panBench.prepare(design), largestDesign());
  afterAll(() => browser?.close());

  bench('1,600 filled rectangles and nothing else', () => page.evaluate(() => panBench.rectangles(1600)), options);
  bench('the largest DAG, fitted', () => page.evaluate(() => panBench.pan(1)), options);
  bench('the largest DAG, twice as large', () => page.evaluate(() => panBench.pan(2)), options);
  bench('the largest DAG, with database names', () => page.evaluate(() => panBench.pan(5)), options);
});
