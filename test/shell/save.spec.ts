import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openExample } from '../e2e/app.ts';
import {
  answer,
  designFile,
  designText,
  editedMark,
  expectDocument,
  expectWelcome,
  mailboxesIn,
  pageDialog,
  setMailboxes,
} from './page.ts';
import { expect, test } from './shell.ts';
import type { ShellApp } from './shellApp.ts';

test('a file opens through the dialog of the system, which offers designs first', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.dialogs.open(null);
  await page.keyboard.press('Control+o');
  await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(1);
  await expectWelcome(page);
  await shell.dialogs.open([path]);
  await page.keyboard.press('Control+o');
  await expectDocument(page, 'plan.dagwright.json');
  const asked = await shell.dialogs.asked();
  expect(asked.map(({ kind }) => kind)).toEqual(['open', 'open']);
  expect(asked[0]?.extensions?.[0]).toBe('json');
});

async function opened(launch: (options: { args: string[] }) => Promise<ShellApp>, path: string) {
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expectDocument(page, path.split('/').at(-1)!);
  return { shell, page };
}

const saved = (page: Page, name = 'plan.dagwright.json'): Promise<void> =>
  expect(page.getByText(`${name} saved`).first()).toBeVisible();

test('saving writes the file in its place and takes the mark from the title', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const { shell, page } = await opened(launch, path);
  await setMailboxes(page, 200);
  await expect.poll(async () => (await shell.stateOf(page)).title).toBe('• plan.dagwright.json – Dagwright');
  expect(await mailboxesIn(path)).toBe(100);
  await page.keyboard.press('Control+s');
  await saved(page);
  expect(await readFile(path, 'utf8')).toBe(designText(200, 'plan'));
  await expect(editedMark(page)).toHaveCount(0);
  await expect.poll(async () => (await shell.stateOf(page)).title).toBe('plan.dagwright.json – Dagwright');
  expect(await shell.dialogs.asked()).toEqual([]);
});

test(
  'on macOS the window has a dirty mark and the icon of its file',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const path = await designFile(folder);
    const shell = await launchInStandIn({ platform: 'darwin', args: [path] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    const window = shell.windowOf(page);
    await expect.poll(() => window.getRepresentedFilename()).toBe(path);
    expect(window.isDocumentEdited()).toBe(false);
    await setMailboxes(page, 200);
    await expect.poll(() => window.isDocumentEdited()).toBe(true);
  },
);

test('a design without a file asks for one, is saved there, and from then on in its place', async ({
  launch,
  folder,
}) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await openExample(page, 'Contoso');
  const path = join(folder, 'mine.dagwright.json');
  await shell.dialogs.save(path);
  await page.keyboard.press('Control+s');
  await expectDocument(page, 'mine.dagwright.json');
  expect(await shell.dialogs.asked()).toMatchObject([{ kind: 'save', defaultPath: 'contoso.dagwright.json' }]);
  const first = await readFile(path, 'utf8');
  expect(first).toContain('"name": "Contoso"');
  await setMailboxes(page, 9001);
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(path, 'utf8')).toContain('"mailboxes": 9001');
  await saved(page, 'mine.dagwright.json');
  expect(await shell.dialogs.asked()).toHaveLength(1);
});

test('a save dialog that is cancelled leaves everything as it is', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const { shell, page } = await opened(launch, path);
  await setMailboxes(page, 200);
  await shell.dialogs.save(null);
  await page.keyboard.press('Control+Shift+s');
  await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(1);
  await expect(editedMark(page)).toBeVisible();
  expect(await mailboxesIn(path)).toBe(100);
});

test('saving under another name leaves the old file and goes on with the new one', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const other = join(folder, 'other.dagwright.json');
  const { shell, page } = await opened(launch, path);
  await setMailboxes(page, 200);
  await shell.dialogs.save(other);
  await page.keyboard.press('Control+Shift+s');
  await expectDocument(page, 'other.dagwright.json');
  expect(await shell.dialogs.asked()).toMatchObject([{ kind: 'save', defaultPath: path }]);
  expect([await mailboxesIn(path), await mailboxesIn(other)]).toEqual([100, 200]);
  await expect.poll(async () => (await shell.stateOf(page)).title).toBe('other.dagwright.json – Dagwright');
});

test('a file that another window has open is not saved over', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const other = await designFile(folder, 'other.dagwright.json', 300);
  const { shell, page } = await opened(launch, path);
  const second = await shell.newWindow(() => shell.startAgain([other]));
  await expectDocument(second, 'other.dagwright.json');
  await shell.dialogs.save(other);
  await page.keyboard.press('Control+Shift+s');
  await expect(pageDialog(page, 'The design was not saved')).toContainText('open in another window');
  await answer(page, 'The design was not saved', 'Close');
  expect(await mailboxesIn(other)).toBe(300);
});

test('a picture is exported to where the user says', async ({ launch, folder }) => {
  const { shell, page } = await opened(launch, await designFile(folder));
  const path = join(folder, 'plan.svg');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = pageDialog(page, 'Export picture');
  await dialog.getByLabel('Format', { exact: true }).selectOption('svg');
  const exportIt = dialog.getByRole('button', { name: /^Export/ });
  await shell.dialogs.save(null);
  await exportIt.click();
  await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(1);
  await expect(dialog).toBeVisible();
  await shell.dialogs.save(path);
  await exportIt.click();
  await expect(page.getByText('plan.svg exported').first()).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('<svg');
  expect((await shell.dialogs.asked())[1]?.extensions?.[0]).toBe('svg');
});

test('a picture is copied as SVG and as PNG, though the page has no way to the clipboard', async ({
  launch,
  folder,
}) => {
  const { shell, page } = await opened(launch, await designFile(folder));
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = pageDialog(page, 'Export picture');
  await dialog.getByRole('button', { name: 'Copy SVG' }).click();
  await expect(page.getByText('Picture copied as SVG').first()).toBeAttached();
  expect((await shell.clipboard()).text).toMatch(/^<\?xml [^]*<svg [^]*<\/svg>\s*$/);
  await dialog.getByLabel('Paper', { exact: true }).selectOption('a5');
  await dialog.getByRole('button', { name: 'Copy PNG' }).click();
  await expect(page.getByText('Picture copied as PNG').first()).toBeAttached();
  // A5 lying at 150 pixels per inch.
  expect(await shell.clipboard()).toEqual({ text: '', image: { width: 1241, height: 875 } });
});

test('a picture with more pixels than the clipboard takes gets a message', async ({ launch, folder }) => {
  const { shell, page } = await opened(launch, await designFile(folder));
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = pageDialog(page, 'Export picture');
  await dialog.getByLabel('Format', { exact: true }).selectOption('png');
  await dialog.getByLabel('Paper', { exact: true }).selectOption('a3');
  await dialog.getByLabel('Resolution').fill('600');
  await dialog.getByRole('button', { name: 'Copy PNG' }).click();
  await expect(pageDialog(page, 'The picture was not copied')).toContainText('more than the clipboard takes');
  expect(await shell.clipboard()).toEqual({ text: '' });
});

test.describe('a file that another program has changed', () => {
  const conflict = 'plan.dagwright.json changed on disk';

  async function conflicting(launch: (options: { args: string[] }) => Promise<ShellApp>, folder: string) {
    const path = await designFile(folder);
    const { shell, page } = await opened(launch, path);
    await setMailboxes(page, 200);
    await writeFile(path, designText(300, 'plan'));
    await page.keyboard.press('Control+s');
    await expect(pageDialog(page, conflict)).toContainText('On disk: 1 change. Yours: 1 change; 1 on both sides.');
    expect(await mailboxesIn(path)).toBe(300);
    return { shell, page, path };
  }

  test('keeping mine writes mine, and theirs stays as the previous version', async ({ launch, folder }) => {
    const { page, path } = await conflicting(launch, folder);
    await answer(page, conflict, 'Keep mine');
    await saved(page);
    expect(await mailboxesIn(path)).toBe(200);
    await expect(editedMark(page)).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Search/ }).fill('Open previous version');
    await page.keyboard.press('Enter');
    await expectDocument(page, 'plan (previous).dagwright.json');
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  });

  test('taking theirs opens what is on disk, and undo brings mine back', async ({ launch, folder }) => {
    const { page, path } = await conflicting(launch, folder);
    await answer(page, conflict, 'Take theirs');
    await expect(editedMark(page)).toHaveCount(0);
    expect(await mailboxesIn(path)).toBe(300);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(editedMark(page)).toBeVisible();
    await page.keyboard.press('Control+s');
    await saved(page);
    expect(await mailboxesIn(path)).toBe(200);
  });

  test('the difference is told in words, and closing the question changes nothing', async ({ launch, folder }) => {
    const { page, path } = await conflicting(launch, folder);
    await answer(page, conflict, 'See the difference');
    const difference = page.getByRole('region', { name: 'The difference' });
    await expect(difference.getByRole('region', { name: /Changed on disk/ })).toContainText('300');
    await expect(difference.getByRole('region', { name: /Changed by you/ })).toContainText('200');
    await page.keyboard.press('Escape');
    await expect(pageDialog(page, conflict)).toHaveCount(0);
    await expect(editedMark(page)).toBeVisible();
    expect(await mailboxesIn(path)).toBe(300);
  });

  test('mine can go elsewhere', async ({ launch, folder }) => {
    const { shell, page, path } = await conflicting(launch, folder);
    const other = join(folder, 'other.dagwright.json');
    await shell.dialogs.save(other);
    await answer(page, conflict, 'Save mine elsewhere…');
    await expectDocument(page, 'other.dagwright.json');
    expect([await mailboxesIn(path), await mailboxesIn(other)]).toEqual([300, 200]);
  });
});

test('a read-only file is not replaced; the design can go elsewhere', async ({ launch, folder }) => {
  const path = await designFile(folder);
  await chmod(path, 0o444);
  const { shell, page } = await opened(launch, path);
  await setMailboxes(page, 200);
  await page.keyboard.press('Control+s');
  await expect(pageDialog(page, 'The design was not saved')).toContainText('read-only');
  const other = join(folder, 'other.dagwright.json');
  await shell.dialogs.save(other);
  await answer(page, 'The design was not saved', 'Save elsewhere…');
  await expectDocument(page, 'other.dagwright.json');
  expect([await mailboxesIn(path), await mailboxesIn(other)]).toEqual([100, 200]);
});

test('a file that was deleted meanwhile is made again', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const { page } = await opened(launch, path);
  await setMailboxes(page, 200);
  await rm(path);
  await page.keyboard.press('Control+s');
  await saved(page);
  expect(await mailboxesIn(path)).toBe(200);
});

test('a folder that vanished is named, and the work stays', async ({ launch, folder }) => {
  const share = join(folder, 'share');
  await mkdir(share);
  const { page } = await opened(launch, await designFile(share));
  await setMailboxes(page, 200);
  await rm(share, { recursive: true });
  await page.keyboard.press('Control+s');
  await expect(pageDialog(page, 'The design was not saved')).toContainText('its folder is not there any more');
  await answer(page, 'The design was not saved', 'Close');
  await expect(editedMark(page)).toBeVisible();
});
