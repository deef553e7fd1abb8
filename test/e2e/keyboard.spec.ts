import { expect, inspector, openExample, test } from './app.ts';

test('the whole way by keyboard: example, outline, field, undo, palette', async ({ app }) => {
  await app.getByRole('button', { name: /^Contoso/ }).focus();
  await app.keyboard.press('Enter');
  const tree = app.getByRole('tree', { name: 'Outline' });
  await expect(tree).toBeVisible();
  await tree.focus();

  await app.keyboard.press('Home');
  await app.keyboard.type('hard');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('2U, 24 cores, 192 GB');

  const cores = inspector(app).getByRole('textbox', { name: 'Cores' });
  for (let i = 0; i < 40; i += 1) {
    if (await cores.evaluate((node) => node === document.activeElement)) break;
    await app.keyboard.press('Tab');
  }
  await expect(cores).toBeFocused();
  await app.keyboard.type('28');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  await tree.focus();
  await app.keyboard.press('Control+z');
  await expect(cores).toHaveValue('24');

  await app.keyboard.press('Control+k');
  await app.keyboard.type('copy layout');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: 'Copy layout' })).toHaveAttribute('aria-pressed', 'true');
});

test('arrows, Home, End and letters move in the outline; right opens, left closes', async ({ app }) => {
  await openExample(app, 'Contoso');
  const tree = app.getByRole('tree', { name: 'Outline' });
  const active = () =>
    tree.evaluate(
      (node) =>
        document
          .getElementById(node.getAttribute('aria-activedescendant') ?? '')
          ?.innerText.trim()
          .split('\n')[0],
    );
  await tree.focus();
  await app.keyboard.press('Home');
  expect(await active()).toBe('Contoso');
  await app.keyboard.press('End');
  expect(await active()).toBe('Hardware');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  expect(await active()).toBe('2U, 24 cores, 192 GB');
  await app.keyboard.press('ArrowLeft');
  await app.keyboard.press('ArrowLeft');
  expect(await active()).toBe('Hardware');
  await app.keyboard.press('Home');
  await app.keyboard.type('data');
  expect(await active()).toBe('Databases');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('db224');
  expect(await active()).toBe('DB224');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('DB224');
});

test('menus open with the arrow key, are walked and give the focus back', async ({ app }) => {
  await openExample(app, 'Contoso');
  const file = app.getByRole('button', { name: 'File', exact: true });
  await file.focus();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('menuitem', { name: /New design/ })).toBeFocused();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('menuitem', { name: /Open/ })).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(file).toBeFocused();
});

test('shortcuts keep out of a field that is being typed in, but for saving', async ({ app }) => {
  await openExample(app, 'Contoso');
  const name = inspector(app).getByLabel('Name');
  await name.fill('Contoso 0?');
  await app.keyboard.type('z+-');
  await expect(name).toHaveValue('Contoso 0?z+-');
  const download = app.waitForEvent('download');
  await app.keyboard.press('Control+s');
  await download;
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('Contoso 0?z+-');
});
