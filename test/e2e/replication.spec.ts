import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import replicationCatalog from '../../catalog/replication.json' with { type: 'json' };
import type { Design } from '../../planner/design/types.ts';
import { expect, inspector, openExample, openFile, save, settledVerdict, test } from './app.ts';
import { obstacles } from './axe.ts';

const hourlyLogShare = replicationCatalog.profiles.find(({ name }) => name === 'lab')?.hourlyLogShare ?? [];
const contoso = JSON.parse(readFileSync('examples/contoso.dagwright.json', 'utf8')) as Design;
/** Contoso with a day that has a busiest hour. */
const design: Design = { ...contoso, replication: { ...contoso.replication, hourlyLogShare } };

async function openDesign(page: Page, shown: Design): Promise<void> {
  await openFile(page, 'contoso.dagwright.json', JSON.stringify(shown));
  await showReplication(page);
}

async function showReplication(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Replication', exact: true }).click();
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('tabpanel', { name: /^(Day|Table)$/ })).toHaveAttribute('aria-busy', 'false');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.press('Enter');
}

const view = (page: Page) => page.getByRole('region', { name: 'Replication' });
const findings = (page: Page) => view(page).getByRole('list', { name: 'Findings' });
const eastWest = (page: Page) => page.getByRole('slider', { name: 'Hour of the day, East to West' });
const linkOf = (text: string) => (JSON.parse(text) as Design).links?.[0];

test('a bandwidth dragged below the peak is found out while it moves, by hour, and its mend does away with it', async ({
  app,
}) => {
  await openDesign(app, design);
  await expect(findings(app)).toHaveCount(0);
  const slider = app.getByRole('slider', { name: 'Bandwidth, slider' });
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on the screen.');
  const y = box.y + box.height / 2;
  await slider.hover();
  await app.mouse.move(box.x + box.width * 0.8, y);
  await app.mouse.down();
  for (let at = 0.8; at > 0.42; at -= 0.02) await app.mouse.move(box.x + box.width * at, y);
  // Still held: what is tried is judged, and nothing is changed yet.
  await expect(findings(app)).toContainText(/from \d\d:00 UTC on, and [\d,.]+ Mbit\/s get through/);
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  await app.mouse.up();
  await settled(app);
  const peak = /peak [\d.]+ Mbit\/s at (\d\d:00)/.exec(await view(app).innerText())?.[1] ?? 'no peak';
  await expect(findings(app)).toContainText(`from ${peak} UTC on`);

  await findings(app).getByRole('button', { name: 'Fix' }).first().click();
  await settled(app);
  await expect(findings(app)).toHaveCount(0);
  await expect(app.getByTestId('trial')).toHaveCount(0);
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  expect(await settledVerdict(app)).not.toContain('link-carries-replication');
  const mended = linkOf(await save(app))?.bandwidthMbps ?? 0;
  const most = Math.max(...(await peaks(app)));
  expect(mended).toBe(Math.ceil(most));
});

/** The highest rates that the table shows. */
async function peaks(page: Page): Promise<number[]> {
  await page.getByRole('tab', { name: 'Table' }).click();
  const cells = await view(page).getByRole('row').filter({ hasText: 'Peak' }).getByRole('cell').allInnerTexts();
  await page.getByRole('tab', { name: 'Day' }).click();
  return cells.map(Number);
}

test('what is tried is applied as one edit that undo takes back, or dropped without a trace', async ({ app }) => {
  await openDesign(app, design);
  await type(app, 'Bandwidth', '500');
  await type(app, 'Latency', '60');
  await expect(app.getByTestId('trial')).toContainText('East–West bandwidth 500 Mbit/s, latency 60 ms');
  await app.getByRole('button', { name: 'Drop' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  await expect(app.getByRole('textbox', { name: 'Bandwidth', exact: true })).toHaveValue('10,000');

  await type(app, 'Bandwidth', '500');
  await type(app, 'Latency', '60');
  await app.getByRole('button', { name: 'Apply' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  expect(linkOf(await save(app))).toMatchObject({ bandwidthMbps: 500, roundTripMs: 60 });
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('textbox', { name: 'Bandwidth', exact: true })).toHaveValue('10,000');
  expect(linkOf(await save(app))).toEqual(contoso.links?.[0]);
});

test('arrow keys go from hour to hour, and every hour says what it carries, as the table does', async ({ app }) => {
  await openDesign(app, design);
  await eastWest(app).focus();
  await app.keyboard.press('Home');
  const readout = app.getByTestId('hour-East-West');
  await expect(readout).toContainText('00:00–01:00 UTC');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await expect(readout).toContainText('02:00–03:00 UTC');
  // Both directions stand at the hour.
  await expect(app.getByTestId('hour-West-East')).toContainText('02:00–03:00 UTC');
  const said = /([\d,.]+) of 10,000 Mbit\/s/.exec(await readout.innerText())?.[1];
  await expect(eastWest(app)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`02:00–03:00 UTC: ${said} of 10,000 Mbit/s`),
  );
  await app.keyboard.press('End');
  await app.keyboard.press('ArrowRight');
  await expect(readout).toContainText('23:00–24:00 UTC');

  await app.getByRole('tab', { name: 'Table' }).click();
  const row = view(app)
    .getByRole('row')
    .filter({ has: app.getByRole('rowheader', { name: '02:00' }) });
  await expect(row.getByRole('cell').nth(2)).toHaveText(said ?? '');
});

test('what is missing is named, and a link that is not stated can be added', async ({ app }) => {
  const { links: _, ...unlinked } = design;
  await openDesign(app, unlinked);
  await expect(view(app)).toContainText('The design states no link here');
  await app.getByRole('button', { name: 'Add the link' }).click();
  await settled(app);
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  await expect(view(app).getByRole('region', { name: 'Not known without' })).toContainText('Links: bandwidth');
});

test('hours that are no day are named, with the way to the field', async ({ app }) => {
  const replication = { hourlyLogShare: hourlyLogShare.map(() => 0.5) };
  await openDesign(app, { ...design, replication });
  await expect(view(app)).toContainText('The hourly shares of the logs do not add up to a day.');
  await app.getByRole('button', { name: 'Show the field' }).click();
  await expect(inspector(app)).toContainText('Hourly log share');
});

test('a design that states too little says so', async ({ app }) => {
  await openExample(app, '8 servers');
  await showReplication(app);
  await expect(view(app)).toContainText('is not known before these fields are stated');
  await expect(
    view(app).getByRole('region', { name: 'Not known without' }).getByRole('listitem').first(),
  ).toBeVisible();
});

test('the replication view keeps nobody out, in light and dark', async ({ app }) => {
  test.slow();
  await openDesign(app, design);
  await type(app, 'Bandwidth', '150');
  await settled(app);
  await expect(findings(app)).toBeVisible();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.getByRole('tab', { name: 'Table' }).click();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
});
