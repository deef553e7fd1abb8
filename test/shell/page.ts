import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { writeDesign } from '../../planner/design/write.ts';
import { goTo, inspector } from '../e2e/app.ts';

/** A small design as Dagwright itself would write it. */
export const designText = (mailboxes = 100, name = 'Plan'): string =>
  writeDesign({ format: 'dagwright/1', name, mailboxTiers: [{ name: 'Heavy', mailboxes }] });

/** Puts a small design into a file. @returns its path */
export async function designFile(folder: string, name = 'plan.dagwright.json', mailboxes = 100): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, designText(mailboxes, name.replace('.dagwright.json', '')));
  return path;
}

/** How many mailboxes the small design of a file has. */
export async function mailboxesIn(path: string): Promise<number> {
  const { mailboxTiers } = JSON.parse(await readFile(path, 'utf8')) as { mailboxTiers: { mailboxes: number }[] };
  return mailboxTiers[0]?.mailboxes ?? 0;
}

/** The page shows a document of this name. */
export const expectDocument = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

export const expectWelcome = (page: Page): Promise<void> => expectDocument(page, 'Dagwright');

/** The mark beside the name of a document with unsaved changes. */
export const editedMark = (page: Page): Locator => page.getByText('Edited', { exact: true });

/** Changes the small design. */
export async function setMailboxes(page: Page, mailboxes: number): Promise<void> {
  await goTo(page, 'Heavy');
  const field = inspector(page).getByLabel('Mailboxes', { exact: true });
  await field.fill(String(mailboxes));
  await field.press('Enter');
  await expect(editedMark(page)).toBeVisible();
}

/** The question, failure or conflict that lies over the page. */
export const pageDialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

export const answer = (page: Page, name: string | RegExp, button: string): Promise<void> =>
  pageDialog(page, name).getByRole('button', { name: button, exact: true }).click();
