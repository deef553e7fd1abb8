import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, findingRow, goTo, inspector, openFile, save, test, textOf, settledVerdict, verdict } from './app.ts';

test('a newcomer goes from the form to a saved, reopened and exported design', async ({ app }) => {
  await app.getByRole('button', { name: 'New design' }).click();
  await app.getByLabel('Name', { exact: true }).fill('Fabrikam');
  await app.getByLabel('Mailboxes', { exact: true }).fill('12000');
  await expect(app.getByTestId('servers')).not.toBeEmpty();
  await app.getByRole('button', { name: 'Create design' }).first().click();

  await expect(app.getByRole('heading', { name: 'fabrikam.dagwright.json' })).toBeVisible();
  await expect(app.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(verdict(app)).toHaveText(/PA \d+ of \d+/);
  const before = await settledVerdict(app);
  await expect(app.getByText('0 deviations')).toHaveCount(0);

  await goTo(app, 'EX01');
  const cores = inspector(app).getByRole('textbox', { name: 'Cores' });
  await cores.fill('28');
  await cores.press('Enter');
  await app.getByRole('button', { name: /^All \d+ servers$/ }).click();
  await expect(findingRow(app, 'core-count')).toBeVisible();
  await expect(findingRow(app, 'core-count')).toContainText('Deviation');
  await expect(verdict(app)).not.toHaveText(before);

  await findingRow(app, 'core-count').getByRole('button', { name: 'Fix' }).click();
  await expect(findingRow(app, 'core-count')).toHaveCount(0);
  await expect(verdict(app)).toHaveText(before);

  await app.getByRole('button', { name: /^Undo: Set cores/ }).click();
  await expect(findingRow(app, 'core-count')).toBeVisible();

  const text = await save(app);
  expect(JSON.parse(text)).toMatchObject({ format: 'dagwright/1', name: 'Fabrikam', hardware: [{ cores: 28 }] });
  await expect(app.getByText('Edited')).toHaveCount(0);

  await openFile(app, 'again.dagwright.json', text);
  await expect(app.getByRole('heading', { name: 'again.dagwright.json' })).toBeVisible();
  await expect(findingRow(app, 'core-count')).toBeVisible();
  expect(await save(app)).toBe(text);

  await app.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = app.getByRole('dialog', { name: 'Export picture' });
  await dialog.getByLabel('Format', { exact: true }).selectOption('svg');
  const picture = app.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export/ }).click();
  const svg = await textOf(await picture);
  expect(XMLValidator.validate(svg)).toBe(true);
  const root = new XMLParser({ ignoreAttributes: false }).parse(svg) as { svg: Record<string, string> };
  expect(Number.parseFloat(root.svg['@_width'] ?? '')).toBeGreaterThan(100);
  expect(svg).toContain('EX01');
});
