import type { Page } from '@playwright/test';
import { afterAll, bench, describe } from 'vitest';
import { executablePath, startApp } from './app.ts';

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
  const app = await startApp(executablePath);
  afterAll(app.close);
  for (const [title, dags] of [
    ['16 servers, 400 databases', 1],
    ['10 DAGs of that size', 10],
  ] as const) {
    const page = await app.open(dags);
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
