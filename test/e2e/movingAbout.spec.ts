import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, test } from './app.ts';

const drawing = (page: Page) => page.getByRole('application');
const percent = async (page: Page): Promise<number> =>
  Number.parseInt(await page.getByRole('button', { name: 'Zoom to 100 %' }).innerText(), 10);
const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Where the selection stands' });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });
const minimap = (page: Page) => page.getByTestId('minimap');

/** The name in the tooltip over a point of the drawing, from its top left corner. */
async function nameAt(page: Page, x: number, y: number): Promise<string> {
  const box = await drawing(page).boundingBox();
  if (!box) throw new Error('There is no drawing.');
  await page.mouse.move(box.x + x + 1, box.y + y);
  await page.mouse.move(box.x + x, box.y + y);
  const tooltip = page.locator('.tooltip strong');
  return (await tooltip.count()) > 0 ? tooltip.innerText() : '';
}

async function atRest(page: Page): Promise<void> {
  await expect(async () => {
    const before = await drawing(page).locator('..').getAttribute('style');
    await page.waitForTimeout(100);
    expect(await drawing(page).locator('..').getAttribute('style')).toBe(before);
  }).toPass();
}

test.beforeEach(async ({ app }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'Contoso');
  await expect(drawing(app)).toBeVisible();
  await atRest(app);
});

test('Ctrl and the wheel zoom about the pointer: what is under it stays there', async ({ app }) => {
  const box = await drawing(app).boundingBox();
  const at = { x: Math.round((box?.width ?? 0) * 0.3), y: Math.round((box?.height ?? 0) * 0.5) };
  const before = await percent(app);
  const name = await nameAt(app, at.x, at.y);
  await app.keyboard.down('Control');
  for (let i = 0; i < 4; i += 1) await app.mouse.wheel(0, -120);
  await app.keyboard.up('Control');
  await expect.poll(() => percent(app)).toBeGreaterThan(before * 3);
  expect(name).not.toBe('');
  await expect(app.locator('.tooltip')).toContainText(name);
});

test('the wheel, dragging with Space and arrows pan; the map shows where one is, and goes there', async ({ app }) => {
  await expect(minimap(app)).toHaveCount(0);
  await goTo(app, 'EX03');
  await expect(minimap(app)).toBeVisible();
  const frame = minimap(app).locator('.frame');
  const place = (): Promise<string | null> => frame.getAttribute('style');
  await drawing(app).hover();
  for (const move of [
    () => app.mouse.wheel(0, 200),
    () => app.mouse.wheel(150, 0),
    async () => {
      await drawing(app).focus();
      await app.keyboard.down('Space');
      const box = await drawing(app).boundingBox();
      if (!box) throw new Error('There is no drawing.');
      await app.mouse.move(box.x + 300, box.y + 200);
      await app.mouse.down();
      await app.mouse.move(box.x + 360, box.y + 230, { steps: 3 });
      await app.mouse.up();
      await app.keyboard.up('Space');
    },
    () => app.keyboard.press('ArrowRight'),
    () =>
      minimap(app)
        .locator('canvas')
        .click({ position: { x: 20, y: 20 } }),
  ]) {
    const before = await place();
    await move();
    await expect.poll(place).not.toBe(before);
    await expect(heading(app)).toHaveText('EX03');
  }
  await app.getByRole('button', { name: 'Fit the design' }).click();
  await expect(minimap(app)).toHaveCount(0);
});

test('the map can be put away, and stays so', async ({ app }) => {
  await goTo(app, 'EX03');
  await expect(minimap(app)).toBeVisible();
  await goTo(app, 'map of the drawing');
  await expect(minimap(app)).toHaveCount(0);
  await app.reload();
  await openExample(app, 'Contoso');
  await goTo(app, 'EX03');
  await expect(heading(app)).toHaveText('EX03');
  await expect(minimap(app)).toHaveCount(0);
});

test('a few letters find a server, a disk, a copy and a command', async ({ app }) => {
  for (const [letters, title] of [
    ['ex11', 'EX11'],
    ['vol03 ex05', 'ExVol03'],
    ['db017 ex', /^DB017 on EX\d\d$/],
    ['autod', /./],
  ] as const) {
    await goTo(app, letters);
    await expect(heading(app)).toHaveText(title);
  }
  await app.keyboard.press('Control+k');
  const search = app.getByRole('combobox', { name: /Search/ });
  await search.fill('zzzz');
  await expect(app.getByText('Nothing is called that.')).toBeVisible();
  await search.press('Enter');
  await search.fill('cplay');
  await search.press('Enter');
  await expect(app.getByRole('grid')).toBeVisible();
});

test('back and forward go through what was looked at, as it was looked at, by key, button and mouse', async ({
  app,
}) => {
  await goTo(app, 'EX03');
  const near = await percent(app);
  // The drawing has to lie still for a moment before it counts as looked at.
  await app.waitForTimeout(400);
  await goTo(app, 'DAG');
  await expect(heading(app)).toHaveText(/^DAG/);
  expect(await percent(app)).toBeLessThan(near);
  await app.keyboard.press('Alt+2');
  await expect(app.getByRole('grid')).toBeVisible();

  await app.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(drawing(app)).toBeVisible();
  await expect(heading(app)).toHaveText(/^DAG/);
  await app.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(heading(app)).toHaveText('EX03');
  await expect.poll(() => percent(app)).toBe(near);
  await app.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 3, cancelable: true })));
  await expect(heading(app)).toHaveText('Contoso');
  await app.keyboard.press('Alt+Shift+ArrowRight');
  await expect(heading(app)).toHaveText('EX03');
  await app.getByRole('button', { name: 'Forward', exact: true }).click();
  await app.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(app.getByRole('grid')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Forward', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('the crumbs tell where the selection stands, and lead there', async ({ app }) => {
  await goTo(app, 'vol03 ex05');
  await expect(crumbs(app).getByRole('button').last()).toHaveText('ExVol03');
  const names = await crumbs(app).getByRole('button').allInnerTexts();
  expect(names[0]).toBe('Contoso');
  expect(names.at(-2)).toBe('EX05');
  await crumbs(app).getByRole('button', { name: 'EX05' }).click();
  await expect(heading(app)).toHaveText('EX05');
  await crumbs(app).getByRole('button', { name: /^DAG/ }).click();
  await expect(heading(app)).toHaveText(/^DAG/);
});

test('the focus lights one database, disk or server with what hangs together with it, until Escape', async ({
  app,
}) => {
  const focus = app.getByTestId('focus');
  await goTo(app, 'focus on the selection');
  await expect(
    app.getByRole('status').filter({ hasText: 'Select a database, a copy, a disk or a server first' }),
  ).toBeAttached();
  await goTo(app, 'DB017');
  await drawing(app).focus();
  await app.keyboard.press('i');
  await expect(focus).toContainText(/^DB017 4 copies: (EX\d\d, ){3}EX\d\d \(lagged\); 3 streams of logs/);
  await goTo(app, 'exvol03 ex05');
  await expect(focus).toContainText(/^ExVol03 of EX05 4 copies; others on \d+ disks of \d+ other servers; \d+ streams/);
  await goTo(app, 'EX05');
  await expect(focus).toContainText(/^EX05 56 copies; others on \d+ servers/);
  await drawing(app).focus();
  await app.keyboard.press('Escape');
  await expect(focus).toHaveCount(0);
  await expect(heading(app)).toHaveText('EX05');
});

test('a tooltip gives the figures of what is under the pointer', async ({ app }) => {
  await goTo(app, 'exvol03 ex05');
  const box = await drawing(app).boundingBox();
  if (!box) throw new Error('There is no drawing.');
  await app.mouse.move(box.x + box.width / 2 - 20, box.y + box.height / 2 - 40);
  const tooltip = app.locator('.tooltip');
  await expect(tooltip).toContainText(/^DB\d{3}/);
  for (const figure of ['Activation preference', 'Mailboxes', 'Other copies', 'On the same disk'])
    await expect(tooltip).toContainText(figure);
});
