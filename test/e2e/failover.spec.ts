import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { FailureSetsResult } from '../../schemas/generated/failure-sets.ts';
import type { FailoverResult } from '../../schemas/generated/failover.ts';
import { obstacles } from './axe.ts';
import { expect, goTo, openExample, save, test } from './app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = 'examples/contoso.dagwright.json';

/** What the command says about a design. */
function simulate(file: string, ...options: readonly string[]): FailoverResult {
  const args = ['dist/cli/dagwright.js', 'simulate', 'failover', file, '--json', ...options];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as FailoverResult;
}
const command = (...options: readonly string[]): FailoverResult => simulate(example, ...options);
const healthy = command();

const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(1))} %`;

async function openFailover(page: Page): Promise<void> {
  await openExample(page, 'Contoso');
  await page.getByRole('button', { name: 'Failover' }).click();
  await expect(panel(page)).toBeVisible();
}
const panel = (page: Page) => page.getByRole('region', { name: 'Failover' });
const figure = (page: Page, name: string) => panel(page).getByTestId(name);

/** Everything that the screen says of a failure is what the command says. */
async function expectSame(page: Page, result: FailoverResult): Promise<void> {
  const moved = result.databases.filter(
    ({ activeOn }, d) => activeOn !== null && activeOn !== healthy.databases[d]?.activeOn,
  ).length;
  await expect(figure(page, 'offline')).toHaveText(new RegExp(`^\\s*${result.counts.offline}( ✕)? of 224`));
  await expect(figure(page, 'lagged-only')).toHaveText(new RegExp(`^\\s*${result.counts.laggedOnly}\\b`));
  await expect(figure(page, 'moved')).toHaveText(String(moved));
  const [dag] = result.dags;
  await expect(figure(page, 'votes')).toHaveText(
    new RegExp(`^\\s*${dag?.votes} ${dag?.votesNeeded} needed\\s*${dag?.hasQuorum ? '' : '✕ lost'}`),
  );
  const left = result.servers.filter(({ up }) => up);
  const worst = Math.max(...left.map(({ cpuUtilization }) => cpuUtilization ?? 0));
  if (left.length > 0) await expect(figure(page, 'worst-cpu')).toContainText(percent(worst));
  await page.getByRole('tab', { name: 'Servers' }).click();
  for (const { name, up, activeDatabases, cpuUtilization } of result.servers) {
    const row = page.getByRole('row', { name: new RegExp(`^${name} `) });
    if (!up) await expect(row).toContainText('✕ failed');
    else {
      await expect(row.getByRole('cell').nth(2)).toHaveText(percent(cpuUtilization ?? 0));
      await expect(row.getByRole('cell').nth(4)).toHaveText(new RegExp(`(^|\\s)${activeDatabases}\\s*$`));
    }
  }
  await page.getByRole('tab', { name: /^Events/ }).click();
}

async function failFromList(page: Page, name: string): Promise<void> {
  const list = panel(page).getByText('Fail from a list');
  const choice = panel(page).getByRole('button', { name: new RegExp(`^(✕ )?${name}$`) });
  if (!(await choice.isVisible())) await list.click();
  await choice.click();
}

test('a server, another, and a datacenter fail, then all heal: what the screen says is what the command says', async ({
  app,
}) => {
  test.slow();
  await openFailover(app);
  await expectSame(app, healthy);
  await failFromList(app, 'EX03');
  await expect(panel(app).getByRole('heading', { name: 'EX03 failed' })).toBeVisible();
  await expectSame(app, command('--fail', 'server:EX03'));
  await failFromList(app, 'EX04');
  await expectSame(app, command('--fail', 'server:EX03,server:EX04'));
  await failFromList(app, 'West');
  await expectSame(app, command('--fail', 'server:EX03,server:EX04,datacenter:West'));
  await panel(app).getByText('At once').click();
  await expectSame(app, command('--at-once', '--fail', 'server:EX03,server:EX04,datacenter:West'));
  await panel(app).getByText('In succession').click();
  await panel(app)
    .getByRole('button', { name: /^Step back/ })
    .click();
  await expectSame(app, command('--fail', 'server:EX03,server:EX04'));
  await panel(app)
    .getByRole('button', { name: /^Heal all/ })
    .click();
  await expect(panel(app).getByRole('heading', { name: 'Nothing has failed' })).toBeVisible();
  await expectSame(app, healthy);
});

test('the link is cut, and then the witness fails as well', async ({ app }) => {
  await openFailover(app);
  await failFromList(app, 'East – West');
  await expectSame(app, command('--fail', 'link:East/West'));
  await failFromList(app, 'Witness of DAG1');
  await expectSame(app, command('--fail', 'link:East/West,witness:DAG1'));
});

test('a datacenter that is lost is given up by hand and taken back, with the steps; as the command has it', async ({
  app,
}) => {
  test.slow();
  await openFailover(app);
  await failFromList(app, 'East');
  await goTo(app, 'East');
  await app.keyboard.press('Control+k');
  await app.getByRole('combobox', { name: /Search/ }).fill('Give East up by hand');
  await app.keyboard.press('Enter');
  const result = command('--fail', 'datacenter:East', '--switchover', 'East');
  await expectSame(app, result);
  const [steps] = result.switchovers;
  const list = app.getByRole('tabpanel').getByRole('listitem');
  await expect(list).toHaveCount(steps?.steps.length ?? -1);
  await expect(list.first()).toContainText(steps?.steps[0]?.command ?? 'none');
  await panel(app)
    .getByRole('button', { name: /^Heal all/ })
    .click();
  await expect(app.getByRole('row', { name: /East is taken back/ })).toBeVisible();
  await expect(figure(app, 'offline')).toHaveText(/^\s*0 of/);
});

test('votes and the lock are played as is chosen, and as the command has it', async ({ app }) => {
  test.slow();
  await openFailover(app);
  const servers = ['EX01', 'EX02', 'EX03', 'EX04', 'EX05', 'EX06', 'EX07', 'EX08', 'EX09'];
  for (const server of servers) await failFromList(app, server);
  const fail = ['--fail', servers.map((name) => `server:${name}`).join(',')];
  await expectSame(app, command(...fail));
  await panel(app).locator('summary', { hasText: 'Quorum' }).click();
  await panel(app).getByLabel('Votes', { exact: true }).selectOption('static');
  await expectSame(app, command(...fail, '--static-votes'));
  await panel(app)
    .getByRole('button', { name: /^Heal all/ })
    .click();
  await failFromList(app, 'East – West');
  await panel(app).getByLabel('Witness lock').selectOption('West');
  const cut = command('--fail', 'link:East/West', '--static-votes', '--lock', 'West');
  await expectSame(app, cut);
  expect(cut.databases.map(({ activeOn }) => activeOn)).not.toEqual(
    command('--fail', 'link:East/West', '--static-votes').databases.map(({ activeOn }) => activeOn),
  );
});

test('everything by keyboard: the view, what is selected, F, comma and H', async ({ app }) => {
  await openExample(app, 'Contoso');
  await app.keyboard.press('Alt+4');
  await goTo(app, 'EX05');
  await app.keyboard.press('f');
  await expect(panel(app).getByRole('heading', { name: 'EX05 failed' })).toBeVisible();
  await expect(app.getByRole('row', { name: /EX05 fails/ })).toContainText('14 databases mount on');
  await expect(app.getByRole('treeitem', { name: /^EX05\b/ })).toContainText('failed');
  await app.keyboard.press('f');
  await expect(app.getByRole('row', { name: /EX05 heals/ })).toBeVisible();
  await app.keyboard.press(',');
  await expect(panel(app).getByRole('heading', { name: 'EX05 failed' })).toBeVisible();
  await app.keyboard.press('h');
  await expect(panel(app).getByRole('heading', { name: 'Nothing has failed' })).toBeVisible();
});

test('a bar and a cell of the sweeps play that failure, whose numbers are the command’s', async ({ app }) => {
  await openFailover(app);
  const bars = panel(app).getByRole('toolbar', { name: 'Worst CPU by number of failed servers' });
  await expect(bars.getByRole('button')).toHaveCount(17);
  const { sizes } = JSON.parse(
    execFileSync(
      process.execPath,
      ['dist/cli/dagwright.js', 'simulate', 'failover', example, '--json', '--every', '16'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    ),
  ) as FailureSetsResult;
  for (const { failed, worst } of sizes.slice(1, 16)) {
    await expect(bars.getByRole('button').nth(failed)).toHaveAccessibleName(
      new RegExp(`^${failed} failed: ${percent(worst.cpuUtilization ?? 0)}, with ${worst.servers[0]}`),
    );
  }
  await bars.getByRole('button').nth(3).click();
  await expectSame(app, command('--fail', (sizes[3]?.worst.servers ?? []).map((name) => `server:${name}`).join(',')));
  const pairs = panel(app).getByRole('application', { name: /^Worst CPU for every pair of failed servers/ });
  await pairs.focus();
  await app.keyboard.press('ArrowDown');
  for (let step = 0; step < 6; step += 1) await app.keyboard.press('ArrowRight');
  await expect(panel(app).getByText(/^EX02 and EX07: [\d.]+ % on EX/)).toBeVisible();
  await app.keyboard.press('Enter');
  await expect(panel(app).getByRole('heading', { name: 'EX02 and EX07 failed' })).toBeVisible();
  await expectSame(app, command('--fail', 'server:EX02,server:EX07'));
});

test('a scenario is kept, named, saved with the design, compared, stepped through and replayed', async ({ app }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await openFailover(app);
  await failFromList(app, 'EX03');
  await failFromList(app, 'West');
  await app.getByRole('button', { name: 'Keep scenario', exact: true }).click();
  const name = app.getByRole('textbox', { name: 'Name of the scenario' });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('EX03 fails and West fails');
  await app.keyboard.type('Storm');
  const text = await save(app);
  await panel(app)
    .getByRole('button', { name: /^Heal all/ })
    .click();
  await expect(app.getByText('Edited', { exact: true })).toHaveCount(0);
  expect((JSON.parse(text) as { scenarios: unknown }).scenarios).toEqual([
    {
      name: 'Storm',
      events: [
        { kind: 'fail', subject: 'server:EX03' },
        { kind: 'fail', subject: 'datacenter:West' },
      ],
    },
  ]);
  const row = app.getByRole('row').filter({ has: name });
  const file = test.info().outputPath('storm.dagwright.json');
  await writeFile(file, text);
  const { counts } = simulate(file, '--scenario', 'Storm');
  await expect(row.getByRole('cell').nth(3)).toContainText(String(counts.offline));
  await expect(row.getByRole('cell').nth(4)).toContainText(String(counts.laggedOnly));
  await app.getByRole('button', { name: 'Step through Storm' }).click();
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('EX03 failed');
  await app.keyboard.press('.');
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('EX03 and West failed');
  await panel(app)
    .getByRole('button', { name: /^Heal all/ })
    .click();
  await app.getByRole('button', { name: 'Replay Storm' }).click();
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('EX03 and West failed');
});

test('a timeline is made, played as the command plays its file, mended where it cannot be, and undone', async ({
  app,
}) => {
  test.slow();
  await openFailover(app);
  await goTo(app, 'EX03');
  await app.getByRole('tab', { name: 'Timeline' }).click();
  await app.getByRole('button', { name: 'New timeline' }).click();
  const sequence = app.getByRole('table', { name: 'Sequence' });
  await expect(sequence).toContainText('server:EX03 fails');
  await app.getByRole('button', { name: 'Add event' }).click();
  await expect(app.getByLabel('What event 2 happens to')).toHaveValue('server:EX03');
  const minute = app.getByLabel('Minute of event 2');
  await minute.fill('90');
  await minute.press('Enter');
  await expect(sequence).toContainText('1:30:00');

  const expectAsCommand = async (): Promise<void> => {
    const download = app.waitForEvent('download');
    await app.getByRole('button', { name: 'Export timeline file…' }).click();
    const file = test.info().outputPath('exported.timeline.json');
    await (await download).saveAs(file);
    const args = ['dist/cli/dagwright.js', 'simulate', 'failover', example, '--timeline', file];
    const text = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const [, worst = '-', mean = '-'] =
      /mounted: ([\d.]+ %) of the time at worst, ([\d.]+ %) on average/.exec(text) ?? [];
    await expect(app.getByTestId('mounted')).toContainText(`Mounted ${worst} of`);
    await expect(app.getByTestId('mounted')).toContainText(`${mean} on average`);
    const times = text.split('\n').flatMap((line) => /^ *(\d+:\d\d:[\d.]+) {2}/.exec(line)?.[1] ?? []);
    await expect(sequence.getByRole('row')).toHaveCount(times.length + 1);
    for (const [i, time] of times.entries()) await expect(sequence.getByRole('row').nth(i + 1)).toContainText(time);
  };
  await expectAsCommand();
  const failover = app.getByRole('textbox', { name: 'Failover', exact: true });
  await failover.fill('60');
  await failover.press('Enter');
  await expect(app.getByRole('region', { name: 'Durations' })).toContainText('yours; empty it for the default');
  await expectAsCommand();

  const subject = app.getByLabel('What event 2 happens to');
  await subject.fill('server:EX99');
  await subject.press('Enter');
  await expect(app.getByRole('alert').filter({ hasText: 'cannot be played' })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Events of the timeline' })).toContainText(
    'Expected a selector of the design',
  );
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.keyboard.press('Control+z');
  await expect(subject).toHaveValue('server:EX03');
  await expectAsCommand();
  const kept = JSON.parse(await save(app)) as { scenarios?: unknown };
  expect(kept.scenarios).toMatchObject([
    { name: 'Timeline', events: [{ atMinutes: 0 }, { atMinutes: 90, kind: 'recover' }] },
  ]);
});

test('a click on the drawing fails what lies under it, and the context menu offers what stands around it', async ({
  app,
}) => {
  await openFailover(app);
  await goTo(app, 'EX01');
  const drawing = app.getByRole('application', { name: /^Topology of Contoso/ });
  await drawing.focus();
  await app.keyboard.press('z');
  const { x, y, width, height } = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = { x: x + width / 2, y: y + height / 2 };
  await expect(async () => {
    await app.mouse.move(middle.x - 1, middle.y);
    await app.mouse.move(middle.x, middle.y);
    await expect(app.getByText('fails it', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await app.mouse.click(middle.x, middle.y);
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText(/EX01 failed$/);
  await app.keyboard.press('h');
  await app.mouse.click(middle.x, middle.y, { button: 'right' });
  await app.getByRole('menuitem', { name: 'Fail EX01', exact: true }).click();
  await expect(panel(app).getByRole('heading', { name: 'EX01 failed', exact: true })).toBeVisible();
  await expectSame(app, command('--fail', 'server:EX01'));
  await drawing.focus();
  await app.keyboard.press('ContextMenu');
  await app.getByRole('menuitem', { name: 'Heal EX01' }).press('Enter');
  await expect(panel(app).getByRole('heading', { name: 'Nothing has failed' })).toBeVisible();
});

test('the most active databases stand beside what the closed formula gives, and a row plays its failure', async ({
  app,
}) => {
  await openFailover(app);
  await expect(panel(app).getByRole('row', { name: 'Two servers 18 18' })).toBeVisible();
  await panel(app).getByRole('button', { name: 'Datacenter + one' }).click();
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText(/^(East|West) and EX\d\d failed$/);
});

test('every pair of disks is played in the engine, and the worst is shown on the drawing', async ({ app }) => {
  await openFailover(app);
  await panel(app).getByRole('button', { name: 'Play every pair of disks' }).click();
  await panel(app)
    .getByRole('button', { name: /^Any two disks/ })
    .click();
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText(/^Disk .* and disk .* failed$/);
});

test('nothing on the screen keeps people out, before and after failures', async ({ app }) => {
  test.slow();
  await openFailover(app);
  await failFromList(app, 'EX03');
  await failFromList(app, 'West');
  await failFromList(app, 'Witness of DAG1');
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  await app.getByRole('tab', { name: 'Servers' }).click();
  expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
});
