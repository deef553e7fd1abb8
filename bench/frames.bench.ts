import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, bench, describe } from 'vitest';
import { executablePath, startApp } from './app.ts';

const viewport = { width: 1920, height: 1080 };
const frameCount = 150;

type Gesture = 'pan' | 'zoom' | 'drag';
const gestures: readonly Gesture[] = ['pan', 'zoom', 'drag'];

/** The reference: a library that draws every box as an element. */
async function openFlow(browser: Browser): Promise<Page> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte({ configFile: false })],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      cssCodeSplit: false,
      lib: { entry: fileURLToPath(new URL('flowPage.ts', import.meta.url)), formats: ['iife'], name: 'page' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const page = await browser.newPage({ viewport });
  await page.setContent('<!doctype html><body style="margin:0"></body>');
  for (const file of bundle && 'output' in bundle ? bundle.output : []) {
    if (file.type === 'asset') await page.addStyleTag({ content: String(file.source) });
    else await page.addScriptTag({ content: file.code });
  }
  await page.locator('.svelte-flow__node').nth(1599).waitFor();
  return page;
}

/** Milliseconds of each frame while a gesture moves on with every frame; the drawing's pixels are waited for. */
function framesOf(page: Page, surface: string, gesture: Gesture): Promise<readonly number[]> {
  return page.evaluate(
    async ({ surface, gesture, count }) => {
      const element = document.querySelector(surface);
      const canvas = element?.querySelector('canvas');
      if (!element) throw new Error(`There is no ${surface}.`);
      const box = element.getBoundingClientRect();
      const at = (step: number) => ({
        clientX: box.x + box.width * 0.3 + (gesture === 'zoom' ? 0 : 60 * Math.sin(step / 12)),
        clientY: box.y + box.height * 0.5 + (gesture === 'zoom' ? 0 : 40 * Math.cos(step / 12)),
        bubbles: true,
        cancelable: true,
        view: window,
      });
      const from = at(0);
      const target = gesture === 'drag' ? (document.elementFromPoint(from.clientX, from.clientY) ?? element) : element;
      const mouse = (type: string, step: number, buttons: number, on: EventTarget) => {
        on.dispatchEvent(
          new PointerEvent(type.replace('mouse', 'pointer'), {
            ...at(step),
            buttons,
            pointerId: 1,
            isPrimary: true,
            pointerType: 'mouse',
          }),
        );
        on.dispatchEvent(new MouseEvent(type, { ...at(step), buttons }));
      };
      const move = (step: number) => {
        if (gesture === 'zoom') {
          const turn = { ...at(step), deltaY: step % 60 < 30 ? -60 : 60 };
          element.dispatchEvent(new WheelEvent('wheel', { ...turn, ctrlKey: true, deltaMode: 0 }));
        } else mouse('mousemove', step, 1, target);
      };
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (gesture !== 'zoom') mouse('mousedown', 0, 1, target);
      const times: number[] = [];
      let last = await nextFrame();
      for (let step = 1; step <= count; step += 1) {
        move(step);
        // Reading a pixel makes the browser finish what was drawn in the frame before.
        canvas?.getContext('2d')?.getImageData(0, 0, 1, 1);
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      if (gesture !== 'zoom') {
        mouse('mouseup', count, 0, target);
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      }
      return times.slice(5);
    },
    { surface, gesture, count: frameCount },
  );
}

const quantile = (frames: readonly number[], part: number): number =>
  frames.toSorted((a, b) => a - b)[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0;

describe.skipIf(!executablePath)('frames in Chromium, 1920 × 1080, drawn by the processor', async () => {
  if (!executablePath) return;
  const app = await startApp(executablePath);
  afterAll(app.close);
  const rows: Record<string, string | number>[] = [];
  const reference = new Map<Gesture, number>();

  async function openFitted(dags: number, databases: number): Promise<Page> {
    const page = await app.open(dags, databases);
    await page.getByRole('button', { name: 'Fit the design' }).click();
    return page;
  }

  async function measure(title: string, open: () => Promise<Page>, surface: string): Promise<void> {
    const page = await open();
    for (const gesture of gestures) {
      const frames = await framesOf(page, surface, gesture);
      const [median, p95] = [quantile(frames, 0.5), quantile(frames, 0.95)];
      if (!reference.has(gesture)) reference.set(gesture, median);
      rows.push({
        drawing: title,
        gesture,
        'median ms': Number(median.toFixed(1)),
        'p95 ms': Number(p95.toFixed(1)),
        'median to reference': Number((median / (reference.get(gesture) ?? median)).toFixed(2)),
      });
      let clock = 0;
      let next = 0;
      const run = () => {
        clock += frames[next++ % frames.length] ?? 0;
      };
      bench(`${title}, ${gesture}`, run, {
        now: () => clock,
        time: 0,
        iterations: frames.length,
        warmupIterations: 0,
        warmupTime: 0,
      });
    }
    await page.close();
  }

  await measure('1,600 boxes of @xyflow/svelte (reference)', () => openFlow(app.browser), '.svelte-flow__pane');
  for (const [title, dags, databases] of [
    ['16 servers, 1,600 copies', 1, 400],
    ['10 such DAGs, 16,000 copies', 10, 400],
    ['16 DAGs of 480 databases, 30,720 copies', 16, 480],
  ] as const) {
    await measure(title, () => openFitted(dags, databases), '[role="application"]');
  }
  console.table(rows);
});
