import { expect, inspector, openExample, save, test } from './app.ts';

test('a note is added to a datacenter, written in lines, found again by its words, removed and undone', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  const before = await save(app);
  await app.getByRole('treeitem', { name: /^East/ }).first().click();
  await app.keyboard.press('Control+k');
  await app.keyboard.type('Add note');
  await app.keyboard.press('Enter');
  const text = inspector(app).getByLabel('Text', { exact: true });
  await expect(text).toBeFocused();
  await app.keyboard.type('Moves in spring');
  await app.keyboard.press('Enter');
  await app.keyboard.type('No more disks');
  await app.keyboard.press('Control+Enter');
  expect(await save(app)).toContain(String.raw`"text": "Moves in spring\nNo more disks"`);
  await app.screenshot({ path: test.info().outputPath('note.png') });
  await app.keyboard.press('Control+k');
  await app.keyboard.type('Moves in spring');
  await app.keyboard.press('Enter');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('Note 1');
  for (let i = 0; i < 2; i++) await app.getByRole('button', { name: 'Undo', exact: false }).first().click();
  expect(await save(app)).toBe(before);
});
