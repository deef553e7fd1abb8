import { readFile } from 'node:fs/promises';
import { expect, test as base, type Download, type FileChooser, type Page } from '@playwright/test';

/** The running app: every test also fails on a console error and on a request that leaves this machine. */
export const test = base.extend<{ app: Page }>({
  app: async ({ page }, use) => {
    const faults = watch(page);
    await withoutPickers(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Dagwright' })).toBeVisible();
    await use(page);
    expect(faults).toEqual([]);
  },
});
export { expect };

/** Notes what must not happen on a page. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // No design was given to `serve`: the browser itself reports the answer 404.
    const isNoDesign = message.location().url.endsWith('/design');
    if (message.type() === 'error' && !isNoDesign) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:\d+\/|blob:|data:)/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  return faults;
}

/** Chromium's own file dialogs cannot be driven: tests take the way of browsers that have none. */
export async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
}

export async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).first().click();
  await expect(page.getByRole('tree', { name: 'Outline' })).toBeVisible();
}

export async function openFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  let chooser: FileChooser | undefined;
  page.once('filechooser', (shown) => (chooser = shown));
  // A busy Chromium may let a file dialog pass before it knows that the test answers them; a person would ask again too.
  await expect(async () => {
    await page.keyboard.press('Control+o');
    await expect.poll(() => chooser !== undefined, { timeout: 4000 }).toBe(true);
  }).toPass();
  await chooser?.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Chooses something through the command palette. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: /Search/ });
  await search.fill(name);
  await search.press('Enter');
  await expect(search).toHaveCount(0);
}

export async function save(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  return textOf(await download);
}

/** The designs that the browser keeps for recovery. */
export const snapshots = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('dagwright-recovery');
        opening.onerror = () => reject(new Error('The recovery copies cannot be read.'));
        opening.onsuccess = () => {
          const { result: database } = opening;
          const reading = database.transaction('recovery').objectStore('recovery').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve((reading.result as { text: string }[]).map(({ text }) => text));
          };
        };
      }),
  );

export async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

export const verdict = (page: Page) => page.getByTestId('verdict');

/** The verdict on the design as it is now, which comes a moment after an edit. */
export async function settledVerdict(page: Page): Promise<string> {
  await expect(verdict(page)).toHaveAttribute('aria-busy', 'false');
  return verdict(page).innerText();
}
export const inspector = (page: Page) => page.getByRole('region', { name: 'Inspector' });
export const findingRow = (page: Page, rule: string) => page.getByRole('row').filter({ hasText: rule });
