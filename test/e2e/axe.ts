import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What keeps people from what is on the screen now, in the light look and in the dark one.
 * @param kinds the weights that count; all of them where it is left out
 */
export async function obstacles(page: Page, kinds?: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const counted = violations.filter(({ impact }) => !kinds || kinds.includes(impact ?? ''));
    found.push(...counted.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`)));
  }
  return found;
}
