import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import replicationCatalog from '../../catalog/replication.json' with { type: 'json' };
import { formatNumber } from '../../planner/design/format.ts';
import type { Design } from '../../planner/design/types.ts';
import type { ReplicationResult } from '../../schemas/generated/replication.ts';
import { expect, goTo, inspector, openExample, openFile, save, settledVerdict, test } from './app.ts';
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
  await expect(page.getByRole('tabpanel', { name: /^(Day|Outage|Seeding)$/ })).toHaveAttribute('aria-busy', 'false');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.press('Enter');
}

const view = (page: Page) => page.getByRole('region', { name: 'Replication' });
const asTable = (page: Page) => view(page).getByRole('checkbox', { name: 'Table' });
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
  await asTable(page).check();
  const cells = await view(page).getByRole('row').filter({ hasText: 'Peak' }).getByRole('cell').allInnerTexts();
  await asTable(page).uncheck();
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

  await asTable(app).check();
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

/** What the command says of the design, with a link of so many Mbit/s. */
function command(shown: Design, ...options: readonly string[]): ReplicationResult {
  const args = ['dist/cli/dagwright.js', 'simulate', 'replication', '-', '--json', ...options];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd, encoding: 'utf8', input: JSON.stringify(shown) }),
  ) as ReplicationResult;
}
const withLink = (bandwidthMbps: number): Design => ({
  ...design,
  links: [{ from: 'East', to: 'West', bandwidthMbps, roundTripMs: 40, tcpWindowBytes: 2_097_152 }],
});
const fact = (page: Page, label: string) =>
  view(page).getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');

async function showTab(page: Page, tab: 'Day' | 'Outage' | 'Seeding'): Promise<void> {
  await page.getByRole('tab', { name: tab }).click();
  await settled(page);
}

test('an outage costs what the command says it costs, on the curve and in the table behind it', async ({ app }) => {
  const shown = withLink(300);
  await openDesign(app, shown);
  await showTab(app, 'Outage');
  await type(app, 'Hours of the outage', '200');
  await settled(app);
  // The side without the lock is the one that has to catch up.
  const lock = view(app).getByRole('combobox', { name: 'Witness lock' });
  await lock.selectOption('West');
  await settled(app);
  await expect(fact(app, 'Caught up, East')).toBeVisible();
  await lock.selectOption('');
  await settled(app);
  const [outage] = command(shown, '--outage', '200').outages ?? [];
  const [direction] = outage?.directions ?? [];
  if (!outage || !direction) throw new Error('The command tells of no outage.');
  await expect(fact(app, `Waits, ${direction.from} → ${direction.to}`)).toHaveText(
    `${formatNumber(direction.backlogMB / 1024)} GB of logs`,
  );
  const days = (direction.catchUpHours ?? 0) / 24;
  await expect(fact(app, `Caught up, ${direction.to}`)).toHaveText(`after ${formatNumber(days)} days`);
  const logsMB = outage.databases.reduce((sum, one) => sum + one.logsMB, 0);
  await expect(fact(app, 'Disk that logs take')).toHaveText(`${formatNumber(logsMB / 1024)} GB`);
  // The lag and the room for logs are outlasted: each is said, and marked where it has a moment.
  for (const { message } of outage.findings) await expect(view(app)).toContainText(message);
  expect(outage.findings.length).toBeGreaterThan(1);
  await expect(view(app)).toContainText('room for logs used up');

  const curve = app.getByRole('slider', { name: /^Time since the link went down/ });
  await expect(curve).toHaveAttribute('aria-valuenow', '200');
  await curve.focus();
  await app.keyboard.press('End');
  await expect(app.getByTestId('moment')).toContainText(/ 0 GB wait/);
  await app.keyboard.press('Home');
  await expect(app.getByTestId('moment')).toContainText('After 0 h');
  await app.keyboard.press('ArrowRight');
  await expect(app.getByTestId('moment')).not.toContainText('After 0 h');
  await expect(curve).toHaveAttribute('aria-valuetext', await app.getByTestId('moment').innerText());

  await asTable(app).check();
  const row = view(app)
    .getByRole('row')
    .filter({ has: app.getByRole('rowheader', { name: '200', exact: true }) });
  const waiting = direction.curve.find(({ hour }) => hour === 200)?.waiting ?? 0;
  await expect(row.getByRole('cell')).toHaveText([formatNumber(waiting / 8 / 1024)]);
  const database = view(app)
    .getByRole('row')
    .filter({ has: app.getByRole('rowheader', { name: 'DB001' }) });
  await expect(database.getByRole('cell').nth(2)).toHaveText(
    formatNumber((outage.databases.find(({ name }) => name === 'DB001')?.logsMB ?? 0) / 1024),
  );
});

test('seeding takes what the command says it takes: sources, rate, time', async ({ app }) => {
  const shown = withLink(1000);
  await openDesign(app, shown);
  await showTab(app, 'Seeding');
  const choose = async (label: string, value: string): Promise<void> => {
    await view(app).getByRole('combobox', { name: label }).selectOption(value);
    await settled(app);
  };
  const expectSame = async (selector: string, ...more: readonly string[]): Promise<void> => {
    const { seeding } = command(shown, '--seed', selector, ...more);
    const hours = seeding?.hours ?? 0;
    const time = hours > 72 ? `${formatNumber(hours / 24)} days` : `${formatNumber(hours)} h`;
    await expect(fact(app, 'All there')).toHaveText(`after ${time}`);
    const sources = new Set(seeding?.copies.map(({ source }) => source)).size;
    await expect(fact(app, 'From')).toHaveText(`${sources} server${sources === 1 ? '' : 's'}`);
    const total = seeding?.copies.reduce((sum, { sizeGB }) => sum + (sizeGB ?? 0), 0) ?? 0;
    await expect(fact(app, 'Amount')).toHaveText(`${formatNumber(total)} GB`);
  };
  await choose('Server', 'EX02');
  await expectSame('server:EX02');
  await view(app).getByRole('checkbox', { name: 'from the nearest copy' }).check();
  await settled(app);
  await expectSame('server:EX02', '--nearest-source');
  await view(app).getByRole('checkbox', { name: 'from the nearest copy' }).uncheck();
  await choose('What is seeded', 'volume');
  await choose('Disk', 'ExVol03');
  await expectSame('disk:EX01/ExVol03');
  await choose('What is seeded', 'datacenter');
  await choose('Datacenter', 'West');
  await expectSame('datacenter:West');
  await choose('What is seeded', 'copy');
  await choose('Its copy on', 'EX09');
  await expectSame('copy:DB001/EX09');

  await app.getByRole('slider', { name: 'Time since seeding began' }).focus();
  await app.keyboard.press('End');
  await expect(app.getByTestId('moment')).toContainText('0 GB left');
  await asTable(app).check();
  await expect(view(app).getByRole('row').filter({ hasText: 'DB001' })).toContainText('East – West');
});

test('the day is that of a kept failure, or of what is failed right now', async ({ app }) => {
  const shown: Design = {
    ...design,
    scenarios: [
      { name: 'East is lost', events: [{ kind: 'fail', subject: 'datacenter:East' }] },
      { name: 'Gone', events: [{ kind: 'fail', subject: 'server:EX99' }] },
    ],
  };
  await openDesign(app, shown);
  const failed = view(app).getByRole('combobox', { name: 'What has failed' });
  await expect(failed.getByRole('option')).toHaveText(['Nothing has failed', 'East is lost', 'Gone']);
  await expect(app.getByRole('heading', { name: 'East → West' })).toContainText(/^East → West 224 copies/);
  await failed.selectOption('East is lost');
  await settled(app);
  const [lost] = command(shown, '--fail', 'datacenter:East').links;
  await expect(app.getByText('Nothing is known to cross yet.')).toHaveCount(lost?.peakMbps === 0 ? 1 : 0);
  await failed.selectOption('Gone');
  await settled(app);
  await expect(view(app)).toContainText('This cannot be played: server:EX99 is not something of this design');

  await app.getByRole('button', { name: 'Failover', exact: true }).click();
  await goTo(app, 'EX01');
  await app.getByRole('application', { name: /^Topology/ }).focus();
  await app.keyboard.press('f');
  await showReplication(app);
  await failed.selectOption('now');
  await settled(app);
  const [, now] = command(shown, '--fail', 'server:EX01').links;
  await expect(app.getByRole('heading', { name: 'West → East' })).toContainText(`${now?.streams} copies`);
  await expect(view(app)).toContainText('Rules judge the design with nothing failed.');
  expect(now?.streams).not.toBe(224);
});

test('what cannot be reckoned is said in words, never as a number that is none', async ({ app }) => {
  await openDesign(app, withLink(0));
  await showTab(app, 'Outage');
  await expect(fact(app, 'Caught up')).toHaveText('never');
  await expect(view(app)).toContainText('nothing gets through');
  await type(app, 'Hours of the outage', '0');
  await expect(view(app)).toContainText('A link is down for some hours. Expected more than 0 hours');
  await type(app, 'Hours of the outage', '24');
  await showTab(app, 'Seeding');
  await expect(fact(app, 'All there')).toHaveText('never');
  await expect(view(app)).not.toContainText('NaN');
});

test('without a link the outage is not known to end', async ({ app }) => {
  const { links: _, ...unlinked } = design;
  await openDesign(app, unlinked);
  await showTab(app, 'Outage');
  await expect(fact(app, 'Caught up')).toHaveText('not known');
  await expect(view(app)).toContainText('How fast it catches up is not known');
  await expect(view(app)).not.toContainText('NaN');
});

test('the drawing of the topology tells of a link what it carries at its peak', async ({ app }) => {
  const shown = withLink(60);
  await openFile(app, 'contoso.dagwright.json', JSON.stringify(shown));
  await expect(app.getByRole('application', { name: /^Topology/ })).toBeVisible();
  await goTo(app, 'East – West');
  const [load] = command(shown).links;
  const peak = formatNumber(Math.round((load?.peakMbps ?? 0) * 10) / 10);
  const told = app.getByText(new RegExp(`Peak East → West ${peak} of 60 Mbps at ${load?.peakHour}:00 UTC`));
  await expect(told).toHaveCount(1);
});

test('the chart is exported as a picture, which is what the dialog offers first from here', async ({ app }) => {
  await openDesign(app, withLink(60));
  await app.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = app.getByRole('dialog', { name: 'Export picture' });
  await expect(dialog.getByLabel('Picture', { exact: true })).toHaveValue('replication:East/West');
  await expect(dialog.getByRole('img')).toHaveAccessibleName(/From East to West: 224 copies · peak [\d.]+ Mbit\/s/);
  await dialog.getByLabel('Format').selectOption('svg');
  const downloading = app.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('contoso-replication-East-West.svg');
  expect(readFileSync(await download.path(), 'utf8')).toContain('60 Mbit/s get through');
});

test('the tables go to a spreadsheet', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const shown = withLink(300);
  await openDesign(app, shown);
  const copied = async (): Promise<string[][]> => {
    await view(app).getByRole('button', { name: 'Copy as TSV' }).click();
    await expect(app.getByRole('status').getByText(/tables? copied/i)).toHaveCount(1);
    const text = await app.evaluate(() => navigator.clipboard.readText());
    return text.split('\n').map((line) => line.split('\t'));
  };
  const day = await copied();
  const [load] = command(shown).links;
  expect(day[1]?.[0]).toBe('Hour, UTC');
  expect(Number(day[5]?.[3])).toBe(load?.hourlyMbps[3]);
  await showTab(app, 'Outage');
  const outage = await copied();
  const [known] = command(shown, '--outage', '24').outages ?? [];
  const database = known?.databases.find(({ name }) => name === 'DB001');
  expect(outage.find(([name]) => name === 'DB001')?.[3]).toBe(String((database?.logsMB ?? 0) / 1024));
});

test('the replication view keeps nobody out, in light and dark', async ({ app }) => {
  test.slow();
  await openDesign(app, design);
  await type(app, 'Bandwidth', '150');
  await settled(app);
  await expect(findings(app)).toBeVisible();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await asTable(app).check();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await asTable(app).uncheck();
  for (const tab of ['Outage', 'Seeding']) {
    await app.getByRole('tab', { name: tab }).click();
    await settled(app);
    expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  }
});
