import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, goTo, inspector, test as base, watch } from './app.ts';
import { obstacles } from './axe.ts';
import { withKeptFile, type KeptFile } from './keptFile.ts';

const contoso = await readFile(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8');
const renamed = contoso.replace('"name": "Contoso"', '"name": "Theirs"');

/** Contoso, open from a file, with 9,000 heavy mailboxes that are not saved. */
const test = base.extend<{ file: KeptFile; edited: Page }>({
  file: async ({ page }, use) => use(await withKeptFile(page, contoso)),
  edited: async ({ page, file }, use) => {
    const faults = watch(page);
    await page.goto('/');
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('heading', { name: 'kept.dagwright.json' })).toBeVisible();
    expect(await file.read()).toBe(contoso);
    await goTo(page, 'Heavy');
    await setMailboxes(page, '9000');
    await use(page);
    expect(faults).toEqual([]);
  },
});

const mailboxes = (page: Page) => inspector(page).getByLabel('Mailboxes');
async function setMailboxes(page: Page, count: string): Promise<void> {
  await mailboxes(page).fill(count);
  await mailboxes(page).press('Enter');
}

const conflict = (page: Page) => page.getByRole('dialog', { name: 'kept.dagwright.json changed on disk' });
async function saveInto(page: Page, file: KeptFile, theirs: string): Promise<void> {
  await file.write(theirs);
  await page.keyboard.press('Control+s');
  await expect(conflict(page)).toBeVisible();
  expect(await file.read()).toBe(theirs);
}
const choose = (page: Page, name: string): Promise<void> => conflict(page).getByRole('button', { name }).click();

test('a file saves in place', async ({ edited, file }) => {
  await edited.keyboard.press('Control+s');
  await expect(edited.getByText(/^Saved /)).toBeVisible();
  await expect.poll(file.read).toContain('"mailboxes": 9000');
});

test('the difference to a file that changed on disk is told by both sides, before and after', async ({
  edited,
  file,
}) => {
  await saveInto(edited, file, renamed.replace('"mailboxes": 9600', '"mailboxes": 9700'));
  await expect(conflict(edited)).toContainText('On disk: 2 changes. Yours: 1 change; 1 on both sides.');
  await choose(edited, 'See the difference');
  const theirs = conflict(edited).getByRole('region', { name: 'Changed on disk 2 changes' });
  await expect(theirs.getByRole('row')).toHaveText([
    /Where/,
    /Design.*Name.*Contoso.*Theirs/,
    /Tier Heavy.*Mailboxes.*you changed it too/,
  ]);
  const mine = conflict(edited).getByRole('region', { name: 'Changed by you 1 change' });
  await expect(mine.getByRole('row').last()).toHaveText(
    /Tier Heavy.*changed on disk too.*9,600 mailboxes.*9,000 mailboxes/,
  );
  expect(await obstacles(edited)).toEqual([]);
  await choose(edited, 'Hide the difference');
  await expect(theirs).toHaveCount(0);
});

test('keeping mine overwrites theirs', async ({ edited, file }) => {
  await saveInto(edited, file, renamed);
  await choose(edited, 'Keep mine');
  await expect(edited.getByText(/^Saved /)).toBeVisible();
  expect(await file.read()).toContain('"mailboxes": 9000');
});

test('taking theirs shows it, and undoing brings mine back', async ({ edited, file }) => {
  await saveInto(edited, file, renamed);
  await choose(edited, 'Take theirs');
  await expect(mailboxes(edited)).not.toHaveValue('9,000');
  await expect(edited.getByText('Edited', { exact: true })).toHaveCount(0);
  await edited.getByRole('button', { name: /^Undo/ }).click();
  await expect(mailboxes(edited)).toHaveValue('9,000');
  await expect(edited.getByText('Edited', { exact: true })).toBeVisible();
  expect(await file.read()).toBe(renamed);
});

test('saving mine elsewhere leaves theirs alone', async ({ edited, file }) => {
  await saveInto(edited, file, renamed);
  await choose(edited, 'Save mine elsewhere…');
  await expect(edited.getByRole('heading', { name: 'other-kept.dagwright.json' })).toBeVisible();
  expect(await file.read()).toBe(renamed);
});

test('Escape keeps everything as it is', async ({ edited, file }) => {
  await saveInto(edited, file, renamed);
  await edited.keyboard.press('Escape');
  await expect(conflict(edited)).toHaveCount(0);
  await expect(edited.getByText('Edited', { exact: true })).toBeVisible();
  expect(await file.read()).toBe(renamed);
});

test('a file that is no design any more says what is wrong with it and is not offered to be taken', async ({
  edited,
  file,
}) => {
  await saveInto(edited, file, contoso.slice(0, 400));
  await expect(conflict(edited)).toContainText('is not a design that Dagwright can read');
  await expect(conflict(edited).getByRole('button', { name: 'Take theirs' })).toHaveCount(0);
  await choose(edited, 'See what is wrong with it');
  await expect(conflict(edited)).toContainText('valid JSON');
});

test('a file that was only written anew says that the designs are the same', async ({ edited, file }) => {
  await edited.getByRole('button', { name: /^Undo/ }).click();
  await saveInto(edited, file, JSON.stringify(JSON.parse(contoso)));
  await expect(conflict(edited)).toContainText('the same design as yours');
});

test('a file that is gone says so and offers another place', async ({ edited, file }) => {
  await file.remove();
  await edited.keyboard.press('Control+s');
  const failure = edited.getByRole('dialog', { name: 'The design was not saved' });
  await expect(failure).toContainText('moved or deleted');
  await failure.getByRole('button', { name: 'Save elsewhere…' }).click();
  await expect(edited.getByRole('heading', { name: 'other-kept.dagwright.json' })).toBeVisible();
});
