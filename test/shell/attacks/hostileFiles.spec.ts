import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspector, goTo } from '../../e2e/app.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { answer, expectDocument, expectWelcome, pageDialog } from '../page.ts';
import { expect, test } from '../shell.ts';

const markup = [
  '<img src=x onerror="window.ran = true">',
  '<script>window.ran = true<\u200b',
  '"><svg onload=window.ran=true>',
  '{@html window.ran = true}',
  '${window.ran = true}',
  "' onmouseover='window.ran=true",
];

test('markup in names is text wherever it stands', async ({ launch, folder }) => {
  const path = join(folder, '<img src=x onerror=ran>.json');
  const [server = '', database = '', volume = '', tier = '', hardware = '', dag = ''] = markup;
  const design = writeDesign({
    format: 'dagwright/1',
    name: markup.join(' '),
    document: { customer: server, author: database },
    datacenters: [{ name: 'E' }, { name: 'W' }],
    pairs: [{ name: 'P', datacenters: ['E', 'W'] }],
    mailboxTiers: [{ name: tier, mailboxes: 100 }],
    hardware: [{ name: hardware }],
    dags: [
      {
        name: dag,
        pair: 'P',
        servers: [{ name: server, datacenter: 'E', hardware, volumes: [{ name: volume }] }],
        databases: [{ name: database, copies: [{ server, volume }] }],
      },
    ],
  });
  await writeFile(path, design);
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expectDocument(page, '<img src=x onerror=ran>.json');
  await expect.poll(async () => (await shell.stateOf(page)).title).toBe('<img src=x onerror=ran>.json – Dagwright');
  for (const name of [server, database, tier, hardware, dag]) {
    await goTo(page, name);
    await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(name);
  }
  await page.getByRole('button', { name: 'Copy layout' }).click();
  await expect(page.getByRole('grid')).toContainText(server);
  const state = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') as unknown,
    pictures: document.querySelectorAll('img[src="x"], svg[onload], script:not([src]), [onmouseover], [onerror]')
      .length,
  }));
  expect(state).toEqual({ ran: undefined, pictures: 0 });
});

const deep = (depth: number): string =>
  `{"format":"dagwright/1","name":"x","x-deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const wide = JSON.stringify({
  format: 'dagwright/1',
  name: 'x',
  datacenters: Array.from({ length: 200_000 }, () => ({ name: 'same' })),
});

const hostile: readonly (readonly [what: string, text: string | Buffer])[] = [
  [
    'prototype keys',
    '{"format":"dagwright/1","name":"x","__proto__":{"polluted":true},"constructor":{"prototype":{}}}',
  ],
  [
    'prototype keys further in',
    '{"format":"dagwright/1","name":"x","mailboxTiers":[{"name":"a","__proto__":{"polluted":1}}]}',
  ],
  ['100,000 nested lists', deep(100_000)],
  ['200,000 names that are the same', wide],
  [
    'a number beyond all numbers',
    '{"format":"dagwright/1","name":"x","mailboxTiers":[{"name":"a","mailboxes":1e999}]}',
  ],
  ['a name of ten million characters', `{"format":"dagwright/1","name":"${'x'.repeat(1e7)}`],
  [
    'control characters and direction marks in a name',
    '{"format":"dagwright/1","name":"x","datacenters":[{"name":"a\\u202egnp"}]}',
  ],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])],
  ['another format of text', Buffer.from('\ufeff{"format":"dagwright/1"', 'utf16le')],
];

for (const [what, text] of hostile) {
  test(`a file with ${what} does no harm`, async ({ launch, folder }) => {
    const path = join(folder, 'hostile.json');
    await writeFile(path, text);
    const shell = await launch({ args: [path] });
    const page = await shell.firstWindow();
    const failure = pageDialog(page, /hostile\.json is not a design|The file was not opened/);
    await expect(failure).toBeVisible();
    expect((await failure.innerText()).length).toBeLessThan(20_000);
    await failure.getByRole('button', { name: 'Close', exact: true }).click();
    await expectWelcome(page);
    expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
}

test('a file of ten gigabytes is refused unread', async ({ launch, folder }) => {
  const path = join(folder, 'huge.json');
  const file = await open(path, 'w');
  await file.truncate(10 * 1024 ** 3);
  await file.close();
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expect(pageDialog(page, 'The file was not opened')).toContainText('longer than 64 MiB');
  await answer(page, 'The file was not opened', 'Close');
  await expectWelcome(page);
});
