import type { Page } from '@playwright/test';
import { obstacles } from './axe.ts';
import { expect, goTo, inspector, openExample, test } from './app.ts';

const menu = (page: Page) => page.getByRole('menu');
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });

test.beforeEach(async ({ app }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'Contoso');
});

test('the right button opens a menu of what is under it: drawing, outline and copy layout', async ({ app }) => {
  await goTo(app, 'exvol03 ex05');
  await app.getByRole('application').click({ button: 'right', position: { x: 5, y: 5 } });
  await expect(menu(app)).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(menu(app)).toHaveCount(0);

  await app.getByRole('treeitem', { name: /ExVol04/ }).click({ button: 'right' });
  await expect(heading(app)).toHaveText('ExVol04');
  await expect(menu(app).getByRole('menuitem', { name: 'Copy the name' })).toBeVisible();
  await app.keyboard.press('Escape');

  await app.keyboard.press('Alt+2');
  await app.getByRole('rowheader', { name: 'DB003', exact: true }).click({ button: 'right' });
  await expect(heading(app)).toHaveText('DB003');
  await menu(app)
    .getByRole('menuitemcheckbox', { name: /^Focus on the selection/ })
    .click();
  await expect(app.getByTestId('focus')).toContainText(/^DB003 4 copies/);
});

test('by keyboard the menu is that of what is selected, and gives the focus back', async ({ app }) => {
  await goTo(app, 'EX05');
  const drawing = app.getByRole('application');
  await drawing.focus();
  await app.keyboard.press('Shift+F10');
  await expect(menu(app)).toHaveAccessibleName('EX05');
  await app.keyboard.press('Escape');
  await expect(menu(app)).toHaveCount(0);
  await expect(drawing).toBeFocused();
});

test('settings change the look at once, and are kept', async ({ app }) => {
  await app.keyboard.press('Control+,');
  const dialog = app.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Theme').selectOption('Dark');
  await dialog.getByLabel('Contrast').selectOption('High');
  await dialog.getByLabel('Motion').selectOption('Reduced');
  await dialog.getByLabel('Mouse wheel').selectOption('Zooms');
  const html = app.locator('html');
  for (const [name, value] of [
    ['data-theme', 'dark'],
    ['data-contrast', 'more'],
    ['data-motion', 'less'],
  ] as const)
    await expect(html).toHaveAttribute(name, value);
  await app.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await app.reload();
  await expect(html).toHaveAttribute('data-contrast', 'more');
  await openExample(app, 'Contoso');
  const percent = app.getByRole('button', { name: 'Zoom to 100 %' });
  const before = await percent.innerText();
  await app.getByRole('application').hover();
  await app.mouse.wheel(0, -300);
  await expect(percent).not.toHaveText(before);
});

test('high contrast follows the system until something else is chosen', async ({ app }) => {
  const html = app.locator('html');
  await expect(html).not.toHaveAttribute('data-contrast');
  await app.emulateMedia({ contrast: 'more' });
  await expect(html).toHaveAttribute('data-contrast', 'more');
  await app.keyboard.press('Control+,');
  await app.getByRole('dialog', { name: 'Settings' }).getByLabel('Contrast').selectOption('Usual');
  await expect(html).not.toHaveAttribute('data-contrast');
});

test('colours that the system forces are the page’s and the drawing’s, whatever is chosen', async ({ app }) => {
  await app.keyboard.press('Control+,');
  await app.getByRole('dialog', { name: 'Settings' }).getByLabel('Theme').selectOption('Light');
  await app.keyboard.press('Escape');
  await app.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const canvasColour = await app.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; color: Canvas';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  expect(canvasColour).toBe('rgb(0, 0, 0)');
  await expect(app.locator('html')).toHaveCSS('background-color', canvasColour);
  const corner = () =>
    app
      .getByRole('application')
      .locator('canvas')
      .first()
      .evaluate((node: HTMLCanvasElement) => {
        const { data } = node.getContext('2d')?.getImageData(2, 2, 1, 1) ?? { data: [] };
        return [data[0], data[1], data[2]];
      });
  await expect.poll(corner).toEqual([0, 0, 0]);
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.emulateMedia({ forcedColors: 'none' });
  await expect(app.locator('html')).not.toHaveCSS('background-color', canvasColour);
});

test('the sheet of shortcuts has those of every action and of the mouse', async ({ app }) => {
  await app.keyboard.press('?');
  const sheet = app.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const text of [
    'Search and commands…',
    'Back',
    'Focus on the selection',
    'Zoom about the pointer',
    'Move the drawing',
  ])
    await expect(sheet.getByText(text, { exact: true })).toBeVisible();
});

test('paper gets the design, its drawing and its findings, and nothing of the window', async ({ app }) => {
  await app.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await app.emulateMedia({ media: 'print' });
  const sheet = app.getByRole('region', { name: 'Printed design' });
  await expect(sheet.getByRole('heading', { name: 'Contoso' })).toBeVisible();
  await expect(sheet.getByRole('row')).toContainText(['same-neighbours']);
  await expect(app.getByRole('tree', { name: 'Outline' })).toBeHidden();
  const dark = await sheet.locator('canvas').evaluate((node: HTMLCanvasElement) => {
    const { data } = node.getContext('2d')?.getImageData(0, 0, node.width, node.height) ?? { data: [] };
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 200 && (data[i] ?? 255) < 60) count += 1;
    return count;
  });
  expect(dark).toBeGreaterThan(10_000);
  await app.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

test('nothing of it keeps people out: menu, settings, shortcuts, focus, high contrast', async ({ app }) => {
  test.slow();
  await goTo(app, 'EX05');
  await app.getByRole('application').focus();
  await app.keyboard.press('i');
  await expect(app.getByTestId('focus')).toBeVisible();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.keyboard.press('?');
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.keyboard.press('Escape');
  await app.keyboard.press('Control+,');
  await app.getByRole('dialog', { name: 'Settings' }).getByLabel('Contrast').selectOption('High');
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
});
