import { expect, findingRow, goTo, inspector, openExample, save, test } from './app.ts';

test.beforeEach(async ({ app }) => {
  await openExample(app, 'Contoso');
});

test('hardware changed for one server only gives it a model of its own', async ({ app }) => {
  await goTo(app, 'EX03');
  await inspector(app).getByRole('textbox', { name: 'Cores' }).fill('28');
  await inspector(app).getByRole('textbox', { name: 'Cores' }).press('Enter');
  await app.getByRole('button', { name: 'EX03 only' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  const design = JSON.parse(await save(app)) as { hardware: { name: string; cores: number }[] };
  expect(design.hardware.map(({ cores }) => cores)).toEqual([24, 28]);
  await expect(findingRow(app, 'identical-servers').first()).toBeVisible();
});

test('a wrong value is refused beneath its field and nothing changes', async ({ app }) => {
  await goTo(app, 'EX03');
  const name = inspector(app).getByLabel('Name');
  await name.fill('EX04');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/Another server has this name/);
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
});

test('renaming a server takes its copies along and stays selected', async ({ app }) => {
  await goTo(app, 'EX03');
  const name = inspector(app).getByLabel('Name');
  await name.fill('MBX-03');
  await name.press('Enter');
  await expect(inspector(app).getByRole('heading', { name: 'MBX-03' })).toBeVisible();
  const text = await save(app);
  expect(text).not.toContain('EX03');
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('treeitem', { name: /EX03/ })).toBeVisible();
});

test('undo, redo and undo to here walk the change log', async ({ app }) => {
  for (const cores of ['28', '20', '22']) {
    await goTo(app, 'PA server 24C');
    await inspector(app).getByRole('textbox', { name: 'Cores' }).fill(cores);
    await inspector(app).getByRole('textbox', { name: 'Cores' }).press('Enter');
  }
  await app.getByRole('tab', { name: 'Changes 3' }).click();
  await app.getByRole('button', { name: /Undo to before: Set cores .* to 20/ }).click();
  await expect(inspector(app).getByRole('textbox', { name: 'Cores' })).toHaveValue('28');
  await app.getByRole('button', { name: /^Redo: / }).click();
  await expect(inspector(app).getByRole('textbox', { name: 'Cores' })).toHaveValue('20');
  await app.getByRole('button', { name: /^Undo: / }).click();
  await app.getByRole('button', { name: /^Undo: / }).click();
  await expect(app.getByText('Edited', { exact: true })).toHaveCount(0);
});

test('a finding is waived with a reason, on the record, and the waiver can be undone', async ({ app }) => {
  const row = findingRow(app, 'same-neighbours').first();
  await row.getByRole('button', { name: 'Waive…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Waive this finding' });
  await dialog.getByRole('button', { name: 'Waive' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Say why it is acceptable.');
  await dialog.getByLabel('Reason').fill('Even activation is worth more to us');
  await dialog.getByRole('button', { name: 'Waive' }).click();
  await expect(row).toContainText('Waived');
  await app.keyboard.press('Control+z');
  await expect(row).toContainText('Advice');
});

test('a press on a finding selects its subject and focuses the field that it is about', async ({ app }) => {
  await goTo(app, 'PA server 24C');
  await inspector(app).getByRole('textbox', { name: 'Cores' }).fill('28');
  await inspector(app).getByRole('textbox', { name: 'Cores' }).press('Enter');
  await goTo(app, 'DB001');
  await findingRow(app, 'core-count').getByRole('button').first().click();
  await expect(inspector(app).getByRole('textbox', { name: 'Cores' })).toBeFocused();
  await expect(inspector(app).getByRole('textbox', { name: 'Cores' })).toHaveAccessibleDescription(/20 to 24/);
  await inspector(app).getByRole('button', { name: 'Fix' }).click();
  await expect(inspector(app).getByRole('textbox', { name: 'Cores' })).toHaveValue('24');
});

test('the filters hide what they do not name', async ({ app }) => {
  const rows = app.getByRole('row').filter({ hasText: 'Advice' });
  await expect(rows).not.toHaveCount(0);
  await app.getByRole('button', { name: /^Advice \d/ }).click();
  await expect(rows).toHaveCount(0);
});

test('cancelling the question about shared hardware leaves the field as it was', async ({ app }) => {
  await goTo(app, 'EX03');
  const cores = inspector(app).getByRole('textbox', { name: 'Cores' });
  await cores.fill('28');
  await cores.press('Enter');
  await app.getByRole('button', { name: 'Cancel' }).click();
  await expect(cores).toHaveValue('24');
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
});

test('a server is added like another, and removed with its copies, each as one step', async ({ app }) => {
  await goTo(app, 'EX16');
  await app.getByRole('button', { name: 'Add another like EX16' }).click();
  await expect(inspector(app).getByRole('heading', { name: 'EX17' })).toBeVisible();
  await expect(app.getByText('17 servers', { exact: true })).toBeVisible();
  await goTo(app, 'EX16');
  await app.getByRole('button', { name: 'Remove EX16' }).click();
  await expect(app.getByText('16 servers', { exact: true })).toBeVisible();
  await expect(app.getByText('224 databases, 840 copies')).toBeVisible();
  await app.getByRole('button', { name: /^Undo: Remove EX16/ }).click();
  await expect(app.getByText('224 databases, 896 copies')).toBeVisible();
});

test('what something else refers to is removed only after it was said what that changes', async ({ app }) => {
  await goTo(app, 'PA server 24C');
  await app.getByRole('button', { name: /^Remove / }).click();
  const dialog = app.getByRole('dialog', { name: 'Remove PA server 24C?' });
  await expect(dialog).toContainText('16 servers no longer state their model.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
});
