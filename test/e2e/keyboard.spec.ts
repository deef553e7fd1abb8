import type { Locator } from '@playwright/test';
import { expect, inspector, openExample, test } from './app.ts';

/** The label of the row that a tree's active descendant names. */
const activeLabel = (tree: Locator): Promise<string | undefined> =>
  tree.evaluate(
    (node) =>
      document
        .getElementById(node.getAttribute('aria-activedescendant') ?? '')
        ?.innerText.trim()
        .split('\n')[0],
  );

const expectActive = (tree: Locator, label: string): Promise<void> => expect.poll(() => activeLabel(tree)).toBe(label);

/** Types the beginning of a label; on a machine so busy that the letters come too far apart, once more. */
const typeAhead = (tree: Locator, letters: string, label: string): Promise<void> =>
  expect(async () => {
    await tree.press('Home');
    await tree.pressSequentially(letters);
    expect(await activeLabel(tree)).toBe(label);
  }).toPass();

test('the whole way by keyboard: example, outline, field, undo, palette', async ({ app }) => {
  await app.getByRole('button', { name: /^Contoso/ }).focus();
  await app.keyboard.press('Enter');
  const tree = app.getByRole('tree', { name: 'Outline' });
  await expect(tree).toBeVisible();
  await typeAhead(tree, 'hard', 'Hardware');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('PA server 24C');

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
  await tree.focus();
  await app.keyboard.press('Home');
  await expectActive(tree, 'Contoso');
  await app.keyboard.press('End');
  await expectActive(tree, 'Hardware');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await expectActive(tree, 'PA server 24C');
  await app.keyboard.press('ArrowLeft');
  await app.keyboard.press('ArrowLeft');
  await expectActive(tree, 'Hardware');
  await typeAhead(tree, 'data', 'Databases');
  await app.keyboard.press('ArrowRight');
  await typeAhead(tree, 'db224', 'DB224');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('DB224');
});

test('the active row is in the page as soon as a key is pressed, and stays when the outline is scrolled', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  const tree = app.getByRole('tree', { name: 'Outline' });
  await typeAhead(tree, 'data', 'Databases');
  await app.keyboard.press('ArrowRight');
  // Within one task: no frame has been drawn and no scroll been reported since the key.
  const atOnce = await tree.evaluate(async (node) => {
    const seen: (string | undefined)[] = [];
    for (const key of ['End', 'Home', 'PageDown', 'End']) {
      node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await Promise.resolve();
      seen.push(document.getElementById(node.getAttribute('aria-activedescendant') ?? '')?.role ?? undefined);
    }
    return seen;
  });
  expect(atOnce).toEqual(['treeitem', 'treeitem', 'treeitem', 'treeitem']);
  await expectActive(tree, 'Hardware');
  await tree.evaluate((node) => node.scrollTo(0, 0));
  await expect(app.getByRole('treeitem', { name: 'Contoso' })).toBeInViewport();
  await expectActive(tree, 'Hardware');
});

test('the cell that has the focus keeps it when the copy layout is scrolled', async ({ app }) => {
  await openExample(app, 'Contoso');
  await app.keyboard.press('Alt+2');
  const cell = app.getByRole('grid').getByRole('rowheader', { name: 'DB001', exact: true });
  await cell.focus();
  await app.getByRole('grid').hover();
  await app.mouse.wheel(0, 4000);
  await expect(app.getByRole('rowheader', { name: 'DB001', exact: true })).not.toBeInViewport();
  await expect(cell).toBeFocused();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('rowheader', { name: 'DB002', exact: true })).toBeFocused();
});

test('a closed row carries the findings of what stands in it, an open one only its own', async ({ app }) => {
  await openExample(app, 'prod-8-servers');
  const tree = app.getByRole('tree', { name: 'Outline' });
  const databases = app.getByRole('treeitem', { name: /Databases/ });
  await expect(databases).toHaveAccessibleName(/^Deviation, \d+ findings: Databases/);
  await databases.click();
  await tree.press('ArrowRight');
  await expect(databases).toHaveAttribute('aria-expanded', 'true');
  await expect(databases).toHaveAccessibleName(/^Databases/);
  await tree.press('ArrowLeft');
  await expect(databases).toHaveAccessibleName(/^Deviation/);
});

test('menus open with the arrow key, are walked and give the focus back', async ({ app }) => {
  await openExample(app, 'Contoso');
  const file = app.getByRole('button', { name: 'File', exact: true });
  await file.focus();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('menuitem', { name: /New design/ })).toBeFocused();
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('menuitem', { name: /New empty design/ })).toBeFocused();
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
