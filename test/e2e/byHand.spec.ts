import type { Page } from '@playwright/test';
import { expect, goTo, inspector, save, settledVerdict, test, verdict } from './app.ts';

interface Saved {
  readonly dags: readonly {
    readonly servers: readonly { readonly name: string; readonly datacenter: string }[];
    readonly databases: readonly { readonly copies: readonly { readonly server: string }[] }[];
  }[];
}

const place = (page: Page, part: string) => page.getByRole('button', { name: `Place ${part}`, exact: true }).click();

const servers = (page: Page, count: number) =>
  page.getByRole('contentinfo').getByText(`${count} servers`, { exact: true });

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = inspector(page).getByLabel(label, { exact: true }).first();
  await field.fill(text);
  await field.press('Enter');
}

/** Drags a part from the palette above a datacenter, which the drawing shows at a part of its width. */
async function dragInto(page: Page, part: string, datacenter: string, width: number): Promise<void> {
  await page.getByRole('button', { name: 'Fit the design' }).click();
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('The drawing is not on the screen.');
  await page.getByRole('button', { name: `Place ${part}`, exact: true }).hover();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * width, box.y + box.height * 0.6, { steps: 4 });
  await expect(page.getByTestId('carried')).toContainText(`${part} → ${datacenter}`);
  await page.mouse.up();
}

test('an empty design is laid out by hand until it conforms, grows, loses a server and is undone to its first byte', async ({
  app,
}) => {
  test.setTimeout(120_000);
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await app.getByRole('button', { name: 'Empty design' }).click();
  const empty = await save(app);

  await place(app, 'Datacenter');
  await type(app, 'Name', 'East');
  await place(app, 'Datacenter');
  await type(app, 'Name', 'West');
  await place(app, 'Datacenter pair');
  await place(app, 'Load balancer');
  await place(app, 'DAG');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('DAG1');

  await dragInto(app, 'Server', 'East', 0.25);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX01');
  for (let i = 0; i < 3; i += 1) await place(app, 'Server');
  await dragInto(app, 'Server', 'West', 0.75);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX05');
  for (let i = 0; i < 3; i += 1) await place(app, 'Server');
  await expect(servers(app, 8)).toBeVisible();

  await goTo(app, 'DAG1');
  await inspector(app).getByRole('button', { name: 'Lay out databases…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Lay out databases on DAG1' });
  await dialog.getByLabel('Databases').fill('20');
  await expect(dialog.getByRole('alert')).toContainText('a multiple of 8');
  await dialog.getByLabel('Databases').fill('96');
  await expect(dialog).toContainText('12 data disks on each of 8 servers');
  await app.keyboard.press('Enter');
  await expect(app.getByText('96 databases, 384 copies')).toBeVisible();

  // A spare on every server, all at once: the last disk becomes one after the databases took theirs.
  for (const name of ['EX01', 'EX02', 'EX03', 'EX04', 'EX05', 'EX06', 'EX07', 'EX08']) {
    await goTo(app, name);
    await place(app, 'Disk');
    await inspector(app).getByRole('combobox', { name: 'Role' }).selectOption('Spare');
  }
  for (const site of ['East', 'West']) {
    await goTo(app, site);
    await place(app, 'Office Online farm');
  }
  await settledVerdict(app);
  await expect(app.getByText(/^\d+ (unsupported|deviations?)/)).toHaveCount(0);
  await expect(verdict(app)).toHaveText(/PA (\d+) of \1$/);

  await goTo(app, 'EX04');
  await place(app, 'Server');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX09');
  await goTo(app, 'EX08');
  await place(app, 'Server');
  await expect(servers(app, 10)).toBeVisible();
  const grown = JSON.parse(await save(app)) as Saved;
  expect(grown.dags[0]?.servers.map(({ datacenter }) => datacenter).filter((site) => site === 'West')).toHaveLength(5);

  await goTo(app, 'EX02');
  await app.getByRole('application').focus();
  await app.keyboard.press('Delete');
  await expect(servers(app, 9)).toBeVisible();
  const left = JSON.parse(await save(app)) as Saved;
  const hosts = new Set(left.dags[0]?.databases.flatMap(({ copies }) => copies.map(({ server }) => server)));
  expect(hosts.has('EX02')).toBe(false);
  expect(hosts.has('EX09')).toBe(false);
  expect(await settledVerdict(app)).not.toMatch(/^PA (\d+) of \1$/);

  await goTo(app, 'Rebalance database copies');
  const improvement = app.getByRole('dialog');
  await improvement.getByRole('button', { name: /^Move \d+ copies$/ }).click();
  const rebalanced = JSON.parse(await save(app)) as Saved;
  const members = new Set(rebalanced.dags[0]?.databases.flatMap(({ copies }) => copies.map(({ server }) => server)));
  expect(members.has('EX09')).toBe(true);

  while (await app.getByRole('button', { name: /^Undo: / }).count()) {
    await app.getByRole('button', { name: /^Undo: / }).click();
  }
  expect(await save(app)).toBe(empty);
});
