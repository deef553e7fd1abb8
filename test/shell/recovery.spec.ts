import {
  designFile,
  designText,
  editedMark,
  expectDocument,
  expectWelcome,
  mailboxesIn,
  setMailboxes,
} from './page.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './shell.ts';
import type { ShellApp } from './shellApp.ts';

const offerIn = (page: Awaited<ReturnType<ShellApp['firstWindow']>>) => page.getByRole('region', { name: 'Recovery' });

/** The recovery copy holds the change. */
const expectKept = ({ userData }: ShellApp, mailboxes: number): Promise<void> =>
  expect
    .poll(async () => {
      const folder = join(userData, 'recovery');
      const names = await readdir(folder).catch(() => []);
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return texts.some((text) => text.includes(`\\"mailboxes\\": ${mailboxes}`));
    })
    .toBe(true);

test('work that a kill interrupts is offered at the next start with time and summary, and opens as a copy', async ({
  launch,
  folder,
}) => {
  const path = await designFile(folder);
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectKept(shell, 200);
  await shell.kill();

  const again = await launch();
  const next = await again.firstWindow();
  await expect(offerIn(next)).toContainText('plan.dagwright.json was not saved');
  await expect(offerIn(next)).toContainText('plan, 0 servers, 0 databases');
  await expect(offerIn(next)).toContainText('1 unsaved change');
  await expect(offerIn(next)).toContainText(/Kept (today|yesterday), \d/);
  await offerIn(next).getByRole('button', { name: 'Recover as a copy' }).click();
  await expectDocument(next, 'plan (recovered).dagwright.json');
  const copy = join(folder, 'copy.dagwright.json');
  await again.dialogs.save(copy);
  await next.keyboard.press('Control+s');
  await expectDocument(next, 'copy.dagwright.json');
  expect([await mailboxesIn(path), await mailboxesIn(copy)]).toEqual([100, 200]);
  await again.quit();
  await expect.poll(() => again.isRunning()).toBe(false);

  const last = await launch();
  await expectWelcome(await last.firstWindow());
  await expect((await last.firstWindow()).getByRole('button', { name: /^copy\.dagwright\.json/ })).toBeVisible();
  await expect(offerIn(await last.firstWindow())).toHaveCount(0);
});

test('a recovery copy that is recovered and lost once more is offered again', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectKept(shell, 200);
  await shell.kill();
  const again = await launch();
  const next = await again.firstWindow();
  await offerIn(next).getByRole('button', { name: 'Recover as a copy' }).click();
  await expectDocument(next, 'plan (recovered).dagwright.json');
  await again.kill();
  const last = await launch();
  await expect(offerIn(await last.firstWindow())).toContainText('plan');
});

test('a recovery copy can be given up', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectKept(shell, 200);
  await shell.kill();
  const again = await launch();
  const next = await again.firstWindow();
  await offerIn(next).getByRole('button', { name: 'Discard…' }).click();
  await next.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(offerIn(next)).toHaveCount(0);
  expect((await readdir(join(again.userData, 'recovery'))).filter((name) => name.endsWith('.json'))).toEqual([]);
});

test('a document that a window has open is not offered in another', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectKept(shell, 200);
  const other = await shell.newWindow(() => shell.choose('File', 'New window'));
  await expect(other.getByRole('button', { name: /^plan\.dagwright\.json/ })).toBeVisible();
  await expect(offerIn(other)).toHaveCount(0);
  await expect(editedMark(page)).toBeVisible();
});

test('saving drops the recovery copy', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectKept(shell, 200);
  await page.keyboard.press('Control+s');
  await expect(editedMark(page)).toHaveCount(0);
  const left = async () => (await readdir(join(shell.userData, 'recovery'))).filter((name) => name.endsWith('.json'));
  await expect.poll(left).toEqual([]);
});

test(
  'a damaged recovery copy disturbs neither the start nor the others',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const first = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await first.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await setMailboxes(page, 200);
    await expectKept(first, 200);
    await first.kill();
    await writeFile(join(first.userData, 'recovery', 'torn.json'), '{"id":"torn","name":"x');
    await writeFile(join(first.userData, 'recovery', 'foreign.json'), designText());
    const again = await launchInStandIn();
    await expect(offerIn(await again.firstWindow())).toContainText('plan.dagwright.json was not saved');
  },
);
