import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, save, settledVerdict, test } from './app.ts';

interface Saved {
  readonly pairs: readonly { readonly datacenters: readonly string[] }[];
  readonly dags: readonly { readonly servers: readonly { readonly name: string }[] }[];
}

const saved = async (app: Page): Promise<Saved> => JSON.parse(await save(app)) as Saved;
const firstServers = async (app: Page): Promise<string> =>
  ((await saved(app)).dags[0]?.servers ?? [])
    .slice(0, 4)
    .map(({ name }) => name)
    .join(' ');

test('by keyboard: in the outline, anywhere, by name, the sides of a pair with a word before, and back to the first byte', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  const before = await save(app);
  const verdict = await settledVerdict(app);
  const status = app.getByRole('status');
  const tree = app.getByRole('tree', { name: 'Outline' });

  await goTo(app, 'EX02');
  await tree.focus();
  await app.keyboard.press('Alt+ArrowUp');
  await expect(status.getByText('Move EX02 before EX01').first()).toBeVisible();
  expect(await firstServers(app)).toBe('EX02 EX01 EX03 EX04');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX02');
  await tree.focus();
  await app.keyboard.press('Alt+ArrowUp');
  await expect(status.getByText('Move earlier: It is the first already').first()).toBeVisible();

  await app.getByRole('application').focus();
  await app.keyboard.press('Alt+Shift+ArrowDown');
  await app.keyboard.press('Alt+Shift+ArrowDown');
  expect(await firstServers(app)).toBe('EX01 EX03 EX02 EX04');
  expect(await settledVerdict(app)).toBe(verdict);

  await goTo(app, 'DAG1');
  await app.keyboard.press('Control+k');
  await app.keyboard.type('sort by name');
  await app.keyboard.press('Enter');
  expect(await firstServers(app)).toBe('EX01 EX02 EX03 EX04');

  const [first = '', second = ''] = (await saved(app)).pairs[0]?.datacenters ?? [];
  await goTo(app, first);
  await app.getByRole('application').focus();
  await app.keyboard.press('Alt+Shift+ArrowDown');
  const question = app.getByRole('dialog', { name: `Move ${first} after ${second}?` });
  await expect(question).toContainText("witness's lock");
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect((await saved(app)).pairs[0]?.datacenters).toEqual([first, second]);
  await app.getByRole('application').focus();
  await app.keyboard.press('Alt+Shift+ArrowDown');
  await question.getByRole('button', { name: 'Change the order' }).click();
  expect((await saved(app)).pairs[0]?.datacenters).toEqual([second, first]);

  await app.getByRole('application').focus();
  for (let i = 0; i < 5; i += 1) await app.keyboard.press('Control+z');
  expect(await save(app)).toBe(before);
});

test('by drag: a server goes where the line between two of its datacenter stands', async ({ app }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'Contoso');
  await app.getByRole('button', { name: 'Fit the design' }).click();
  const box = await app.getByRole('application').boundingBox();
  if (!box) throw new Error('The drawing is not on the screen.');
  // The first card of the first datacenter: found by pressing what the drawing answers with.
  const heading = inspector(app).getByRole('heading', { level: 2 });
  const found = new Map<string, { x: number; y: number }>();
  for (let y = 0.15; y < 0.95 && found.size < 4; y += 0.05) {
    for (let x = 0.06; x < 0.5 && found.size < 4; x += 0.04) {
      const at = { x: box.x + box.width * x, y: box.y + box.height * y };
      await app.mouse.click(at.x, at.y);
      const name = await heading.innerText();
      if (/^EX\d+$/.test(name) && !found.has(name)) found.set(name, at);
    }
  }
  const [[moved, from], , [target, to]] = [...found] as [[string, typeof box], unknown, [string, typeof box]];
  await app.mouse.click(from.x, from.y);
  await expect(heading).toHaveText(moved);
  await app.mouse.move(from.x, from.y);
  await app.mouse.down();
  await app.mouse.move(to.x, to.y, { steps: 5 });
  const carried = app.getByTestId('carried');
  await expect(carried).toContainText(new RegExp(`${moved}\\s+(before|after)\\s+${target}`));
  const side = (await carried.innerText()).includes('before') ? 'before' : 'after';
  await app.mouse.up();
  const names = (await saved(app)).dags[0]?.servers.map(({ name }) => name) ?? [];
  expect(names.indexOf(target) - names.indexOf(moved)).toBe(side === 'before' ? 1 : -1);
  await expect(app.getByText('The database copies stand where they stood.')).toHaveCount(0);
});
