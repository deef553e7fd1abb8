import type { Page } from '@playwright/test';
import { afterAll, bench, describe } from 'vitest';
import { executablePath, startApp } from './app.ts';

/** Milliseconds from the key that fails or heals the selected server until the page is painted. */
function toggle(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const painted = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        }),
      );
    // What the last one left to do, flights of databases included, is not this one's.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await painted();
    const start = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true, cancelable: true }));
    // The drawing follows in a frame of its own, which the first one asks for.
    await painted();
    await painted();
    return performance.now() - start;
  });
}

describe.skipIf(!executablePath)('a server failed and healed in the app in Chromium, 1920 × 1080', async () => {
  if (!executablePath) return;
  const app = await startApp(executablePath);
  afterAll(app.close);
  for (const [title, dags] of [
    ['16 servers, 400 databases', 1],
    ['10 DAGs of that size', 10],
  ] as const) {
    const page = await app.open(dags);
    await page.keyboard.press('Alt+4');
    await page.getByRole('region', { name: 'Failover' }).waitFor();
    await page.keyboard.press('0');
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    // The page's own clock counts: what it takes to ask the page is left out.
    let clock = 0;
    const run = async () => {
      clock += await toggle(page);
    };
    bench(`${title}, until it is painted`, run, {
      now: () => clock,
      time: 1,
      iterations: 12,
      warmupTime: 1,
      warmupIterations: 2,
    });
  }
});
