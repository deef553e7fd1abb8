import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, test } from './app.ts';

async function set(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  for (const [setting, choice] of Object.entries(choices)) await dialog.getByLabel(setting).selectOption(choice);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function show(page: Page, tab: 'Charts' | 'Table'): Promise<void> {
  await page.getByRole('button', { name: 'Capacity', exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
  await expect(page.getByRole('tabpanel', { name: tab })).toHaveAttribute('aria-busy', 'false');
}

const readout = (page: Page, metric: string) =>
  page.locator('.readout').filter({ has: page.getByRole('heading', { name: metric }) });
const working = (page: Page) => page.getByRole('treegrid');

test('numbers and amounts are written as the settings say, are kept, and go out as ever', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read']);
  await app.setViewportSize({ width: 1920, height: 1080 });
  await openExample(app, 'Contoso');
  const copied = async (): Promise<string> => {
    await app.getByRole('button', { name: 'Copy as TSV' }).click();
    return app.evaluate(() => navigator.clipboard.readText());
  };
  await show(app, 'Table');
  const before = await copied();
  await show(app, 'Charts');
  await expect(readout(app, 'Disk')).toContainText('6,027 of 7,451 GB');
  await expect(readout(app, 'Memory')).toContainText('140 of 192 GB');

  await set(app, { 'Number format': '1.234,5', 'Storage units': 'Decimal: GB = 10⁹ bytes' });
  await expect(readout(app, 'CPU')).toContainText('79,5 %');
  await show(app, 'Table');
  expect(await copied()).toBe(before);

  await app.reload();
  await openExample(app, 'Contoso');
  await show(app, 'Charts');
  // 8,000 GB of 10^9 bytes on the label.
  await expect(readout(app, 'Disk')).toContainText('6.472 of 8.000 GB');
  await expect(readout(app, 'Memory')).toContainText('140 of 192 GiB');

  await app.getByRole('button', { name: /Show the working of Disk/ }).click();
  await expect(app.getByText('1 GiB is 1,073741824 GB')).toBeVisible();
  await expect(working(app).getByRole('row', { name: /^disk/ })).toContainText('7.450,58 GiB');

  await goTo(app, 'EX05');
  const memory = inspector(app).getByLabel('Memory', { exact: true });
  await memory.fill('1.234,5');
  await memory.press('Enter');
  await app.getByRole('button', { name: /^All 16 servers/ }).click();
  await memory.blur();
  await expect(memory).toHaveValue('1.234,5');
  await expect(readout(app, 'Memory')).toContainText('of 1.235 GiB');
  await memory.fill('1234.5');
  await memory.press('Enter');
  await expect(inspector(app).getByRole('alert')).toHaveText('Memory is a number, such as 24.');
  await memory.press('Escape');

  await set(app, { 'Number format': '1,234.5', 'Storage units': 'Binary: GiB = 2³⁰ bytes' });
  await memory.blur();
  await expect(memory).toHaveValue('1,234.5');
  await expect(readout(app, 'Disk')).toContainText('6,027 of 7,451 GiB');
  await set(app, { 'Storage units': 'Exchange: GB = 2³⁰ bytes' });
  await expect(readout(app, 'Disk')).toContainText('6,027 of 7,451 GB');
});

test('what is kept of the settings and is none of their choices counts for nothing', async ({ app }) => {
  await app.evaluate(() =>
    localStorage.setItem('dagwright-preferences', '{"numberFormat":"__proto__","storageUnits":{"a":1}}'),
  );
  await app.reload();
  await openExample(app, 'Contoso');
  await expect(app.getByText('48,000 mailboxes').first()).toBeVisible();
  await app.keyboard.press('Control+,');
  await expect(app.getByRole('dialog', { name: 'Settings' }).getByLabel('Number format')).toHaveValue('comma');
});
