import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, openFile, test } from './app.ts';

const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['welcome', (page) => expect(page.getByRole('button', { name: /^Contoso/ })).toBeVisible()],
  [
    'form',
    async (page) => {
      await page.getByRole('button', { name: 'New design' }).click();
      await page.getByText('Sizing options').click();
      await expect(page.getByTestId('servers')).toBeVisible();
    },
  ],
  [
    'design',
    async (page) => {
      await openExample(page, 'Contoso');
      await goTo(page, 'EX03');
      await expect(inspector(page).getByRole('heading', { name: 'EX03' })).toBeVisible();
    },
  ],
  [
    'imported design with findings',
    async (page) => {
      await openExample(page, 'prod-8-servers');
      await page.getByRole('row').nth(1).click();
      await expect(inspector(page).getByRole('heading', { level: 2 })).toBeVisible();
    },
  ],
  [
    'copy layout',
    async (page) => {
      await openExample(page, 'Contoso');
      await page.getByRole('button', { name: 'Copy layout' }).click();
      await expect(page.getByRole('grid')).toBeVisible();
    },
  ],
  [
    'several things selected',
    async (page) => {
      await openExample(page, 'Contoso');
      await goTo(page, 'EX03');
      await page.getByRole('application').focus();
      await page.keyboard.press('Control+a');
      await expect(inspector(page).getByRole('heading', { name: '16 servers' })).toBeVisible();
    },
  ],
  [
    'places to move to',
    async (page) => {
      await openExample(page, 'Contoso');
      await goTo(page, 'EX03');
      await page.getByRole('application').focus();
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'Move EX03 to' })).toContainText('Breaks');
    },
  ],
  [
    'names by a pattern',
    async (page) => {
      await openExample(page, 'Contoso');
      await goTo(page, 'EX03');
      await page.getByRole('application').focus();
      await page.keyboard.press('F2');
      await expect(page.getByRole('dialog', { name: 'Rename EX03' })).toBeVisible();
    },
  ],
  [
    'palette',
    async (page) => {
      await openExample(page, 'Contoso');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option')).not.toHaveCount(0);
    },
  ],
  [
    'failure dialog',
    async (page) => {
      await openFile(page, 'bad.json', '{}');
      await expect(page.getByRole('dialog', { name: /bad\.json/ })).toBeVisible();
    },
  ],
];

/** Everything is known, fonts are there, and nothing moves or fades any more. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, show] of screens) {
    test(`${name}, ${scheme}: no serious fault of accessibility`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await show(app);
      await atRest(app);
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
