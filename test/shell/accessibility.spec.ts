import AxeBuilder from '@axe-core/playwright';
import { designFile, expectDocument, expectWelcome } from './page.ts';
import { expect, test } from './shell.ts';

for (const systemTheme of ['light', 'dark'] as const) {
  for (const screen of ['welcome', 'design'] as const) {
    test(`the ${screen} window, ${systemTheme}: no serious fault of accessibility`, async ({ launch, folder }) => {
      const args = screen === 'design' ? [await designFile(folder)] : [];
      const shell = await launch({ args, systemTheme });
      const page = await shell.firstWindow();
      if (screen === 'design') await expectDocument(page, 'plan.dagwright.json');
      else {
        await expectWelcome(page);
        await expect(page.getByRole('button', { name: /^Contoso/ })).toBeVisible();
      }
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      // Without the legacy mode it would open a page of its own, which the shell refuses.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
