import type { Design } from '../../planner/design/types.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { balanced, grown } from '../layout/layouts.ts';
import { expect, goTo, inspector, openExample, openFile, save, test } from './app.ts';
import { obstacles } from './axe.ts';

const text = writeDesign(grown(balanced(4, 24), ['East', 'West']));
function copiesOn(text: string, server: string): number {
  const { dags } = JSON.parse(text) as Design;
  const copies = (dags?.[0]?.databases ?? []).flatMap((database) => database.copies ?? []);
  return copies.filter((copy) => copy.server === server).length;
}

const dialogName = 'Rebalance database copies';

test.describe('a grown DAG', () => {
  test.beforeEach(async ({ app }) => {
    await openFile(app, 'grown.dagwright.json', text);
    await expect(app.getByRole('tree', { name: 'Outline' })).toBeVisible();
  });

  test('is rebalanced as one step, after a preview of what moves and of the gap, and undone as one', async ({
    app,
  }) => {
    await goTo(app, 'Rebalance');
    const dialog = app.getByRole('dialog', { name: dialogName });
    await expect(dialog.getByRole('row', { name: /^Any one server failed 4 / })).toBeVisible();
    await expect(dialog.getByText(/^16 copies move; no layout [^]* moves fewer\s+than 16\./)).toBeVisible();
    const changes = dialog.getByRole('region', { name: 'What changes in DAG1' });
    await expect(changes.getByRole('row')).toHaveCount(17);
    await expect(app.getByRole('tab', { name: 'Changes 0' })).toHaveCount(1);

    await dialog.getByRole('button', { name: 'Move 16 copies' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();

    const saved = await save(app);
    expect(copiesOn(saved, 'NEW1')).toBe(8);
    expect(copiesOn(saved, 'NEW2')).toBe(8);

    await app.getByRole('button', { name: /^Undo: Rebalance database copies, 16 copies moved/ }).click();
    expect(await save(app)).toBe(text);
  });

  test('stays as it is when the preview is cancelled, by button or by Escape', async ({ app }) => {
    for (const leave of ['button', 'Escape']) {
      await goTo(app, 'Rebalance');
      const dialog = app.getByRole('dialog', { name: dialogName });
      await expect(dialog.getByRole('button', { name: 'Move 16 copies' })).toBeVisible();
      if (leave === 'Escape') await app.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
    }
  });

  test('can give up a server: its copies go to others', async ({ app }) => {
    await goTo(app, 'DAG1');
    await inspector(app).getByRole('button', { name: 'Rebalance database copies…' }).click();
    const dialog = app.getByRole('dialog', { name: dialogName });
    await dialog.getByLabel('Empty a server').selectOption('EX02');
    await expect(dialog.getByRole('cell', { name: /^EX02 V/ })).toHaveCount(12);
    await dialog.getByRole('button', { name: /^Move \d+ copies$/ }).click();
    expect(copiesOn(await save(app), 'EX02')).toBe(0);
  });

  test('is told to everybody: the preview keeps nobody out', async ({ app }) => {
    await goTo(app, 'Rebalance');
    await expect(app.getByRole('button', { name: 'Move 16 copies' })).toBeVisible();
    expect(await obstacles(app)).toEqual([]);
  });
});

test('a balanced design has nothing to move', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Rebalance');
  const dialog = app.getByRole('dialog', { name: dialogName });
  await expect(dialog.getByText('No better layout was found; nothing moves.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
});
