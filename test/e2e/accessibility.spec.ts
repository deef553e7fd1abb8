import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, goTo, openExample, openFile, test } from './app.ts';

const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['welcome', () => Promise.resolve()],
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
    },
  ],
  [
    'imported design with findings',
    async (page) => {
      await openExample(page, 'prod-8-servers');
      await page.getByRole('row').nth(1).click();
    },
  ],
  [
    'copy layout',
    async (page) => {
      await openExample(page, 'Contoso');
      await page.getByRole('button', { name: 'Copy layout' }).click();
    },
  ],
  [
    'palette',
    async (page) => {
      await openExample(page, 'Contoso');
      await page.keyboard.press('Control+k');
    },
  ],
  ['failure dialog', (page) => openFile(page, 'bad.json', '{}')],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, show] of screens) {
    test(`${name}, ${scheme}: no serious fault of accessibility`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await show(app);
      await app.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
