import { expect, goTo, inspector, openExample, save, test } from './app.ts';
import type { Page } from '@playwright/test';

async function add(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
}

test.beforeEach(async ({ app }) => {
  await openExample(app, 'Contoso');
});

test('a datacenter, a link, a pair and a scenario are added, each named at once, and all undone', async ({ app }) => {
  const before = await save(app);
  const name = inspector(app).getByLabel('Name', { exact: true }).first();

  await add(app, 'Datacenter');
  await expect(name).toBeFocused();
  await app.keyboard.type('South');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('South');
  await add(app, 'Datacenter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('Datacenter 5');

  await add(app, 'Link');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('East – North');
  await expect(inspector(app).getByLabel('From')).toBeFocused();
  await expect(app.getByRole('treeitem', { name: /East – North/ })).toBeVisible();

  await add(app, 'Datacenter pair');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('South-Datacenter 5');
  await expect(name).toBeFocused();

  await add(app, 'Scenario');
  await expect(name).toBeVisible();
  await expect(inspector(app).locator('[data-path="/scenarios/0/name"] input')).toBeFocused();

  await expect(app.getByRole('tab', { name: 'Changes 6' })).toBeVisible();
  for (let changes = 6; changes > 0; changes -= 1) {
    await app.getByRole('button', { name: /^Undo: (Add|Rename)/ }).click();
    await expect(app.getByRole('tab', { name: `Changes ${changes - 1}` })).toBeVisible();
  }
  expect(await save(app)).toBe(before);
});

test('what cannot be added now stands there with the reason', async ({ app }) => {
  await app.getByRole('button', { name: 'Add', exact: true }).click();
  const pair = app.getByRole('menuitem', { name: /^Datacenter pair/ });
  await expect(pair).toContainText('every two datacenters with servers are a pair already');
  await pair.press('Enter');
  await expect(
    app.getByText('Add datacenter pair: every two datacenters with servers are a pair already').first(),
  ).toBeVisible();
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  const button = inspector(app).getByRole('button', { name: 'Add datacenter pair' });
  await expect(button).toHaveAccessibleDescription('every two datacenters with servers are a pair already');
  await expect(button).toBeDisabled();
});

test('a copy is added to a database from the inspector, on a server that has none', async ({ app }) => {
  await goTo(app, 'DB001');
  await inspector(app).getByRole('button', { name: 'Add copy' }).click();
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText(/^DB001 on EX/);
  await expect(inspector(app).getByLabel('Server')).toBeFocused();
  await expect(inspector(app).getByRole('textbox', { name: 'Activation preference' })).toHaveValue('5');
});
