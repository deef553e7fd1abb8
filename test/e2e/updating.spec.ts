import type { Page } from '@playwright/test';
import { expect, findingRow, goTo, inspector, openExample, test, verdict } from './app.ts';

interface Held {
  held: boolean;
  readonly questions: (() => void)[];
}
declare const window: Window & { Worker: typeof Worker } & Held;

/** The engine is asked for a verdict only when it is let. */
async function holdVerdicts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    Object.assign(window, { held: false, questions: [] });
    window.Worker = class extends Real {
      override postMessage(message: { kind?: string }): void {
        if (window.held && message.kind === 'judgement') window.questions.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    };
  });
  await page.reload();
}
const hold = (page: Page): Promise<void> => page.evaluate(() => void (window.held = true));
const release = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.held = false;
    for (const ask of window.questions.splice(0)) ask();
  });

test('an edit shows at once; verdict and findings follow, and are marked until then', async ({ app }) => {
  await holdVerdicts(app);
  await openExample(app, 'Contoso');
  await goTo(app, 'EX03');
  const cores = inspector(app).getByRole('textbox', { name: 'Cores' });
  await cores.fill('28');
  await cores.press('Enter');
  await app.getByRole('button', { name: 'All 16 servers' }).click();
  await expect(cores).toHaveAccessibleDescription(/20 to 24/);
  await expect(verdict(app)).toHaveAttribute('aria-busy', 'false');

  await hold(app);
  await cores.fill('22');
  await cores.press('Enter');
  await app.getByRole('button', { name: 'All 16 servers' }).click();
  await expect(cores).toHaveValue('22');
  await expect(cores).toHaveAccessibleDescription('');
  await expect(verdict(app)).toHaveAttribute('aria-busy', 'true');
  await expect(app.getByRole('tabpanel').locator('[aria-busy="true"]')).toHaveCount(1);
  await expect(findingRow(app, 'core-count')).toHaveCount(1);

  await findingRow(app, 'core-count').getByRole('button', { name: 'Fix' }).click();
  await release(app);
  await expect(app.getByText('This is no longer found, so that there is nothing to fix.').first()).toBeVisible();
  await expect(findingRow(app, 'core-count')).toHaveCount(0);
  await expect(verdict(app)).toHaveAttribute('aria-busy', 'false');
  await expect(cores).toHaveValue('22');
});

test('a design is drawn before it is judged', async ({ app }) => {
  await holdVerdicts(app);
  await hold(app);
  await openExample(app, 'Contoso');
  await expect(app.getByRole('application')).toHaveAttribute('aria-label', /16 servers/);
  await expect(verdict(app)).toHaveText('Checking…');
  await expect(app.getByText('Checking the design…')).toBeVisible();
  await release(app);
  await expect(verdict(app)).toHaveText(/PA \d+ of \d+/);
});

test('where the engine does not start the page judges by itself', async ({ app }) => {
  await app.addInitScript(() => {
    window.Worker = class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new Event('error')));
      }
      postMessage(): void {
        // Nobody listens.
      }
    } as never;
  });
  await app.reload();
  await openExample(app, 'Contoso');
  await expect(verdict(app)).toHaveText(/PA \d+ of \d+/);
});
