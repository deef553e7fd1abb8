import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, save, settledVerdict, test, textOf } from './app.ts';
import { obstacles } from './axe.ts';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });
const model = (page: Page) => inspector(page).getByRole('combobox', { name: 'Hardware' });
const small = 'Preferred Architecture, 20 cores';

async function selectServers(page: Page): Promise<void> {
  await goTo(page, 'EX03');
  await page.getByRole('application').focus();
  await page.keyboard.press('Control+a');
  await expect(heading(page)).toHaveText('16 servers');
}

test.beforeEach(async ({ app }) => openExample(app, 'Contoso'));

test('a template is used for several servers as one step, after what follows was told', async ({ app }) => {
  const before = await save(app);
  await selectServers(app);
  await inspector(app).getByRole('button', { name: 'Use hardware template…' }).click();
  const use = dialog(app, 'Use a template for 16 servers');
  await expect(use.getByRole('radio', { name: small })).toBeFocused();
  await expect(use).toContainText('The server model is added to the design.');
  await expect(use).toContainText('No server refers to PA server 24C any more');
  await expect(use.getByRole('row', { name: /^Cores 24 cores 20 cores/ })).toBeVisible();
  await expect(use.getByRole('row', { name: /^Memory .* not stated/ })).toBeVisible();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  const name = use.getByRole('textbox', { name: 'Server model' });
  await name.fill('PA server 24C');
  await expect(use).toContainText('another server model named PA server 24C');
  await expect(use.getByRole('button', { name: 'Use template' })).toBeDisabled();
  await name.fill('Smaller');
  await name.press('Enter');
  await expect(use).toHaveCount(0);
  await expect(heading(app)).toHaveText('16 servers');
  await expect(model(app)).toHaveValue('Smaller');
  await expect(app.getByRole('tab', { name: 'Changes 1', exact: true })).toBeVisible();
  await settledVerdict(app);
  await app.keyboard.press('Control+z');
  expect(await save(app)).toBe(before);
});

test('a template of one’s own is kept, found in the palette, used, renamed and removed', async ({ app }) => {
  await goTo(app, 'EX03');
  await app.getByRole('application').focus();
  await app.keyboard.press('Shift+F10');
  await app.getByRole('menuitem', { name: 'Save as hardware template…' }).click();
  const keep = dialog(app, 'Save PA server 24C as a template');
  await keep.getByLabel('Name').fill(small);
  await expect(keep.getByRole('alert')).toHaveText('A template that comes with the planner has this name.');
  await keep.getByLabel('Name').fill('Rack 7');
  await app.keyboard.press('Enter');
  await expect(keep).toHaveCount(0);

  await app.reload();
  await openExample(app, 'Contoso');
  await goTo(app, 'EX03');
  await goTo(app, 'new server rack 7');
  const added = dialog(app, 'New server from a template');
  await expect(added.getByRole('radio', { name: /^Rack 7/ })).toBeChecked();
  await added.getByRole('button', { name: 'Add server' }).click();
  await expect(heading(app)).toHaveText('EX17');
  await expect(model(app)).toHaveValue('Rack 7');

  await goTo(app, 'EX04');
  await goTo(app, 'template rack 7 for EX04');
  const use = dialog(app, 'Use a template for EX04');
  await expect(use).toContainText('The design has this server model already.');
  await expect(use).toContainText('1 server of PA server 24C: the same figures.');
  await app.keyboard.press('Enter');
  await expect(model(app)).toHaveValue('Rack 7');

  await goTo(app, 'Your hardware templates');
  const own = dialog(app, 'Your hardware templates');
  const field = own.getByRole('textbox', { name: 'Name of Rack 7' });
  await field.fill(small);
  await field.press('Tab');
  await expect(own.getByRole('alert')).toBeVisible();
  await field.fill('Rack 8');
  await field.press('Tab');
  await expect(own.getByRole('textbox', { name: 'Name of Rack 8' })).toHaveValue('Rack 8');
  await own.getByRole('button', { name: 'Remove Rack 8' }).click();
  await expect(own).toContainText('None yet.');
  await own.getByRole('button', { name: 'Put back Rack 8' }).click();
  await expect(own.getByRole('textbox', { name: 'Name of Rack 8' })).toBeVisible();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
});

test('templates are exported as a design file, whose server models are imported', async ({ app }) => {
  await goTo(app, 'PA server 24C');
  await goTo(app, 'Save as hardware template');
  await app.keyboard.press('Enter');
  await goTo(app, 'Your hardware templates');
  const own = dialog(app, 'Your hardware templates');
  const download = app.waitForEvent('download');
  await own.getByRole('button', { name: 'Export' }).click();
  const text = await textOf(await download);
  await own.getByRole('button', { name: 'Remove PA server 24C' }).click();
  const bring = async (content: string): Promise<void> => {
    const chooser = app.waitForEvent('filechooser');
    await own.getByRole('button', { name: 'Import…' }).click();
    await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  await bring(text);
  await expect(own).toContainText('Now here: PA server 24C.');
  await expect(own.getByRole('textbox', { name: 'Name of PA server 24C' })).toBeVisible();
  await bring(text);
  await expect(own).toContainText('a.json has no server model that is not here already.');
  await bring(text.replace('"bays"', '"beys"'));
  await dialog(app, 'a.json cannot be read').getByRole('button', { name: 'Close' }).click();
  await expect(own.getByRole('textbox')).toHaveCount(1);
});

test('a server model takes the fields of a template in its own inspector', async ({ app }) => {
  const name = 'PA server 24C';
  await goTo(app, name);
  const cores = inspector(app).getByLabel('Cores', { exact: true });
  const before = await cores.inputValue();
  await inspector(app).getByRole('button', { name: 'Save as template…' }).click();
  const keep = dialog(app, `Save ${name} as a template`);
  await keep.getByRole('button', { name: 'Save' }).click();
  await expect(keep).toHaveCount(0);
  const template = inspector(app).getByLabel('Template', { exact: true });
  await template.selectOption(small);
  await inspector(app).getByRole('button', { name: 'Use template' }).click();
  await expect(cores).toHaveValue('20');
  await expect(heading(app)).toHaveText(name);
  await template.selectOption(name);
  await expect(inspector(app)).toContainText('Your own template.');
  await inspector(app).getByRole('button', { name: 'Use template' }).click();
  await expect(cores).toHaveValue(before);
});

test('kept templates that cannot be read are told, and a server is added without them', async ({ app }) => {
  await app.evaluate(() => {
    localStorage.setItem(
      'dagwright-preferences',
      JSON.stringify({ hardwareTemplates: [{ name: 'Old', cores: 8 }, 3] }),
    );
  });
  await app.reload();
  await openExample(app, 'Contoso');
  await goTo(app, 'DAG1');
  await app.getByRole('button', { name: 'Add', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Server from template…' }).click();
  const added = dialog(app, 'New server from a template');
  await expect(added).toContainText('2 templates kept here cannot be read, and are left out.');
  await expect(added).toContainText('None yet.');
  await app.keyboard.press('ArrowDown');
  await expect(added.getByRole('radio', { name: /24 cores/ })).toBeChecked();
  await app.keyboard.press('Enter');
  await expect(heading(app)).toHaveText('EX17');
  await expect(model(app)).toHaveValue('Preferred Architecture, 24 cores');
});
