import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Dag, Design } from '../../planner/design/types.ts';
import { expect, inspector, openExample, openFile, save, test } from './app.ts';
import { obstacles } from './axe.ts';

const tabs = ['Charts', 'Table', 'Growth', 'Compare'] as const;
type Tab = (typeof tabs)[number];

async function openCapacity(page: Page, example: string, tab: Tab = 'Charts'): Promise<void> {
  await openExample(page, example);
  await show(page, tab);
}

async function show(page: Page, tab: Tab): Promise<void> {
  await page.getByRole('button', { name: 'Capacity', exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
  await expect(page.getByRole('tabpanel', { name: tab })).toHaveAttribute('aria-busy', 'false');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.press('Enter');
}

const outcome = (page: Page) => page.getByTestId('outcome');
const working = (page: Page) => page.getByRole('treegrid');
const grid = (page: Page) => page.getByRole('grid', { name: 'Capacity of the servers' });
const firstCells = (page: Page, count: number) => grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(count);
const mailboxesOf = (text: string): number =>
  ((JSON.parse(text) as Design).mailboxTiers ?? []).reduce((sum, { mailboxes = 0 }) => sum + mailboxes, 0);

test('dragging the what-if bar on the largest example goes on while the engine is at it, and the values follow', async ({
  app,
}) => {
  test.slow();
  await openCapacity(app, 'Environment');
  const slider = app.getByRole('slider', { name: 'Mailboxes, slider' });
  await app.evaluate(() => {
    const seen: { value: string; busy: boolean; text: string }[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const bar = document.querySelector('[data-testid="outcome"]');
      const input = document.querySelector<HTMLInputElement>('[aria-label="Mailboxes, slider"]');
      if (bar && input)
        seen.push({
          value: input.value,
          busy: bar.getAttribute('aria-busy') === 'true',
          text: bar.querySelector('ul')?.textContent ?? '',
        });
      requestAnimationFrame(look);
    };
    look();
  });
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on the screen.');
  const y = box.y + box.height / 2;
  await slider.hover();
  await app.mouse.move(box.x + box.width / 3, y);
  await app.mouse.down();
  for (let step = 0; step < 24; step += 1) await app.mouse.move(box.x + box.width * (0.34 + step / 40), y);
  await app.mouse.up();
  const value = await slider.inputValue();
  await expect(outcome(app)).toHaveAttribute('aria-busy', 'false');
  const text = await outcome(app).getByRole('list').textContent();

  const frames = await app.evaluate(
    () => (window as unknown as { seen: { value: string; busy: boolean; text: string }[] }).seen,
  );
  // A page that did the sums itself would paint no frame while they last.
  const whileBusy = new Set(frames.filter(({ busy }) => busy).map((frame) => frame.value));
  expect(whileBusy.size).toBeGreaterThan(3);
  expect(new Set(frames.map((frame) => frame.text)).size).toBeGreaterThan(3);
  expect(frames.at(-1)).toEqual({ value, busy: false, text });

  // What stands there in the end is what this number of mailboxes gives, however one came to it.
  await app.getByRole('button', { name: 'Drop' }).click();
  await expect(outcome(app)).toHaveCount(0);
  await type(app, 'Mailboxes', value);
  await expect(outcome(app)).toHaveAttribute('aria-busy', 'false');
  expect(await outcome(app).getByRole('list').textContent()).toBe(text);
});

test('what is tried is applied as one edit that undo takes back whole, or dropped without a trace', async ({ app }) => {
  await openCapacity(app, 'Contoso');
  await type(app, 'Mailboxes', '60000');
  await type(app, 'Messages a day', '100');
  await type(app, 'Data disk', '12000');
  await expect(outcome(app)).toContainText('CPU');
  await app.getByRole('button', { name: 'Drop' }).click();
  await expect(outcome(app)).toHaveCount(0);
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  await expect(app.getByRole('textbox', { name: 'Mailboxes', exact: true })).toHaveValue('48,000');

  await type(app, 'Mailboxes', '60000');
  await type(app, 'Data disk', '12000');
  await app.getByRole('button', { name: 'Apply' }).click();
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  await expect(outcome(app)).toHaveCount(0);
  await expect(app.getByRole('textbox', { name: 'Mailboxes', exact: true })).toHaveValue('60,000');
  const applied = await save(app);
  expect(mailboxesOf(applied)).toBe(60000);
  expect((JSON.parse(applied) as Design).hardware?.[0]?.dataDisk?.capacityGB).toBe(12000);

  await app.keyboard.press('Control+z');
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  const undone = await save(app);
  expect(undone).toBe(readFileSync('examples/contoso.dagwright.json', 'utf8'));
});

test('the working of the worst CPU leads down to the SPECint formula and its source', async ({ app }) => {
  const contoso = JSON.parse(readFileSync('examples/contoso.dagwright.json', 'utf8')) as Design;
  const hardware = (contoso.hardware ?? []).map((model) => ({ ...model, specIntRate2006: 1000 }));
  await openFile(app, 'contoso.dagwright.json', JSON.stringify({ ...contoso, hardware }));
  await show(app, 'Charts');
  await app.getByRole('button', { name: 'Show the working of CPU, EX01' }).click();
  await expect(working(app)).toHaveAccessibleName('Working of CPU utilization of EX01, datacenter and one server');
  await working(app).getByRole('button', { name: 'Open all' }).click();
  const line = (name: string) =>
    working(app)
      .getByRole('row')
      .filter({ has: app.getByRole('gridcell', { name, exact: true }) });
  await expect(line('available')).toContainText('SPECint_rate2006 × megacycles per core ÷ result per core');
  await expect(line('available')).toContainText('Exchange Server Role Requirements Calculator');
  await expect(line('SPECint_rate2006')).toContainText('1,000');
  // From a source that is a field of the design one goes there.
  await line('SPECint_rate2006').getByRole('button').click();
  await expect(inspector(app).getByRole('heading', { name: 'PA server 24C' })).toBeVisible();
});

test('numbers of what is tried show the working of what is tried', async ({ app }) => {
  await openCapacity(app, 'Contoso', 'Table');
  await type(app, 'Cores', '12');
  await expect(app.getByText('80 lines, with what is tried')).toBeVisible();
  const cpu = firstCells(app, 3);
  const shown = (await cpu.innerText()).replace(/[^\d.%\s]/g, '').trim();
  await cpu.click();
  await expect(app.getByText('Of the design with what is tried, not as it is.')).toBeVisible();
  await expect(working(app).getByRole('row').nth(1)).toContainText(shown.replaceAll(/\s+/g, ' '));
});

test('the table sorts by any column with the keyboard, shows the working of a number and goes to a spreadsheet', async ({
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read']);
  await openCapacity(app, 'Contoso', 'Table');
  await expect(grid(app)).toHaveAttribute('aria-rowcount', '81');
  const head = (name: string) => grid(app).getByRole('columnheader', { name });
  await expect(head('CPU')).toHaveAttribute('aria-sort', 'descending');

  await grid(app).getByRole('rowheader').first().focus();
  await app.keyboard.press('ArrowUp');
  await expect(head('Server')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(head('Server')).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid(app).getByRole('rowheader').first()).toHaveText('EX01');
  await app.keyboard.press('End');
  await expect(head('IOPS')).toBeFocused();
  await app.keyboard.press(' ');
  await expect(head('IOPS')).toHaveAttribute('aria-sort', 'descending');
  await expect(head('Server')).toHaveAttribute('aria-sort', 'none');

  await app.keyboard.press('Control+End');
  await app.keyboard.press('Enter');
  await expect(working(app)).toHaveAccessibleName(/^Working of Volume IOPS of/i);

  await app.getByRole('combobox', { name: 'Failures' }).selectOption('datacenter');
  await app.getByRole('button', { name: 'Copy as TSV' }).click();
  const rows = (await app.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
  const cells = rows.map((row) => row.split('\t'));
  expect(cells.length).toBe(17);
  expect(cells[0]?.slice(0, 8)).toEqual([
    ...['Server', 'Datacenter', 'DAG', 'Failure', 'Worst case', 'Active copies', 'Copies', 'CPU used, share'],
  ]);
  expect(new Set(cells.map((row) => row.length))).toEqual(new Set([19]));
  expect(Number(cells[1]?.[7])).toBeCloseTo(0.73, 2);
});

/** The Contoso example with its DAG ten times: 160 servers. */
function tenfold(): string {
  const contoso = JSON.parse(readFileSync('examples/contoso.dagwright.json', 'utf8')) as Design;
  const [dag] = contoso.dags ?? [];
  const text = JSON.stringify(dag);
  const dags = Array.from(
    { length: 10 },
    (_, i) => JSON.parse(text.replaceAll(/"(EX|DB|DAG)(\d+)"/g, `"$1${i}-$2"`)) as Dag,
  );
  return JSON.stringify({ ...contoso, dags });
}

test('160 servers: a bar for each in the charts, and a table that holds no more rows than can be seen', async ({
  app,
}) => {
  await openFile(app, 'tenfold.dagwright.json', tenfold());
  await show(app, 'Charts');
  await expect(app.getByRole('listbox', { name: 'Load of the servers' }).getByRole('option')).toHaveCount(160);
  await show(app, 'Table');
  await expect(grid(app)).toHaveAttribute('aria-rowcount', '801');
  expect(await grid(app).getByRole('row').count()).toBeLessThan(80);
  await grid(app).getByRole('rowheader').first().focus();
  await app.keyboard.press('Control+End');
  const last = grid(app).getByRole('row').last();
  await expect(last).toHaveAttribute('aria-rowindex', '801');
  await expect(last).toBeInViewport();
});

test('growth names the month in which each thing is full, and says what it assumes', async ({ app }) => {
  await openCapacity(app, 'Environment', 'Growth');
  const disk = app.getByTestId('growth-disk');
  const cpu = app.getByTestId('growth-cpu');
  await expect(cpu).toContainText('Not over 80 % within fifty years');
  await app.getByLabel('From', { exact: true }).fill('2027-01');
  await expect(disk).toContainText('in January 2027');
  await type(app, 'More mailboxes a year', '10');
  await expect(cpu).toContainText(/Over 80 % in January 2027/);
  await expect(disk).toContainText(/Full in \w+ 20\d\d/);
  await expect(app.getByTestId('growth-memory')).toContainText(/Full in \w+ 20\d\d/);

  const month = app.getByRole('slider', { name: 'Month looked at' });
  await month.focus();
  for (let i = 0; i < 14; i += 1) await app.keyboard.press('ArrowRight');
  await expect(month).toHaveAttribute('aria-valuetext', /^March 2028: Disk .* %, CPU .* %, Memory .* %$/);

  const full = await disk.innerText();
  await type(app, 'First size of a mailbox of Standard', '8000');
  await expect(app.getByRole('tab', { name: 'Changes 1' })).toBeVisible();
  await expect(disk).not.toHaveText(full);
  await app
    .getByRole('button', { name: 'December 2027' })
    .or(app.getByRole('button', { name: /20\d\d$/ }))
    .first()
    .click();
  await expect(working(app)).toHaveAccessibleName(/^Working of Months to full of/i);
});

test('two designs stand side by side, what differs is marked, and costs what the user says it costs', async ({
  app,
}) => {
  await openCapacity(app, 'Contoso', 'Compare');
  const comparison = app.getByTestId('comparison');
  const line = (name: string) => comparison.getByRole('row', { name });
  await app.getByRole('combobox', { name: /with$/ }).selectOption({ label: 'Example: Environment' });
  await expect(line('Servers 16 40')).toContainText('+24 (+150 %)');
  await expect(line('Rack units')).toContainText('80 U');
  await expect(line('Server licences')).toContainText('+24');
  await expect(line('Server model')).not.toContainText('differs');

  await type(app, 'Price of a server', '10000');
  await type(app, 'Price of a disk', '500');
  await expect(app.getByTestId('cost')).toContainText('296,000');
  await expect(app.getByTestId('cost')).toContainText('740,000');
  await type(app, 'Price of a disk on the other side', '400');
  await expect(app.getByTestId('cost')).toContainText('672,000');

  await app.getByText('Every difference of the two files').click();
  await expect(app.getByRole('region', { name: /^From contoso/ })).toContainText('Adatum');
  // Nothing was opened in the place of the design.
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('contoso.dagwright.json');
});

test('what is tried stands beside the design as it is', async ({ app }) => {
  await openCapacity(app, 'Contoso', 'Compare');
  await expect(app.getByText(/^Choose an example or a file/)).toBeVisible();
  await type(app, 'Cores', '48');
  const comparison = app.getByTestId('comparison');
  await expect(comparison.getByRole('row', { name: /^Cores/ })).toContainText('+384 (+100 %)');
  await expect(comparison.getByRole('row', { name: /^Servers/ })).not.toContainText('+');
  await app.getByRole('button', { name: 'Drop' }).click();
  await expect(app.getByText(/^Choose an example or a file/)).toBeVisible();
});

test('a file that is no design is told of, and the comparison stays as it was', async ({ app }) => {
  await openCapacity(app, 'Contoso', 'Compare');
  await app.getByRole('combobox', { name: /with$/ }).selectOption({ label: 'Example: Environment' });
  const choosing = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'A file…' }).click();
  await (
    await choosing
  ).setFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{ "format": "dagwright/1" }') });
  const dialog = app.getByRole('dialog', { name: /bad\.json is not a design/ });
  await expect(dialog).toContainText('The comparison is as it was.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.getByTestId('comparison')).toContainText('40');
});

for (const tab of tabs) {
  test(`${tab}: nothing keeps anybody out, light or dark`, async ({ app }) => {
    test.slow();
    await openCapacity(app, 'Contoso', tab);
    await type(app, 'Mailboxes', '70000');
    await expect(outcome(app)).toHaveAttribute('aria-busy', 'false');
    if (tab === 'Compare') await expect(app.getByTestId('comparison')).toHaveAttribute('aria-busy', 'false');
    expect(await obstacles(app, ['serious', 'critical'])).toEqual([]);
  });
}
