import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer, designFile, editedMark, expectDocument, expectWelcome, pageDialog, setMailboxes } from './page.ts';
import { expect, test } from './shell.ts';

test('a start without a file shows the welcome page', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await expect(page.getByRole('button', { name: /^Contoso/ })).toBeVisible();
  expect(await shell.stateOf(page)).toMatchObject({ title: 'Dagwright', focused: true, edited: false });
});

const ways: readonly (readonly [string, (path: string, folder: string) => string])[] = [
  ['an absolute path', (path) => path],
  ['a path relative to the folder it is called from', () => './plan.dagwright.json'],
  ['a file: address', (path) => pathToFileURL(path).href],
];
for (const [what, argument] of ways) {
  test(`a start with ${what} shows that file`, async ({ launch, folder }) => {
    const path = await designFile(folder);
    const shell = await launch({ args: [argument(path, folder)], cwd: folder });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await expect(editedMark(page)).toHaveCount(0);
    await expect.poll(() => shell.stateOf(page)).toMatchObject({ title: 'plan.dagwright.json – Dagwright' });
    expect(shell.windows()).toHaveLength(1);
  });
}

test('a start with two files shows each in a window of its own', async ({ launch, folder }) => {
  const first = await designFile(folder, 'first.dagwright.json');
  const second = await designFile(folder, 'second.dagwright.json');
  const shell = await launch({ args: [first, second, first] });
  await expect.poll(() => shell.windows().length).toBe(2);
  const titles = () => Promise.all(shell.windows().map(async (page) => (await shell.stateOf(page)).title));
  await expect
    .poll(async () => (await titles()).sort())
    .toEqual(['first.dagwright.json – Dagwright', 'second.dagwright.json – Dagwright']);
});

const unopenable: readonly (readonly [string, (folder: string) => Promise<string>, RegExp])[] = [
  ['that is not there', (folder) => Promise.resolve(join(folder, 'gone.json')), /gone\.json/],
  ['that is a folder', async (folder) => (await mkdir(join(folder, 'folder')), join(folder, 'folder')), /folder/],
];
for (const [what, make, named] of unopenable) {
  test(`a start with a file ${what} says so and leaves the welcome page`, async ({ launch, folder }) => {
    const shell = await launch({ args: [await make(folder)] });
    const page = await shell.firstWindow();
    await expect(pageDialog(page, 'The file was not opened')).toContainText(named);
    await answer(page, 'The file was not opened', 'Close');
    await expectWelcome(page);
  });
}

test('a start with a file that is no design names the place in it', async ({ launch, folder }) => {
  const path = join(folder, 'bad.json');
  await writeFile(path, '{"format":"dagwright/1","name":"x","hardware":[{"name":"h","cores":"24"}]}');
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expect(pageDialog(page, /bad\.json is not a design/)).toContainText('/hardware/0/cores');
});

test('a second start brings its file to the window that is still empty', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.startAgain(['plan.dagwright.json'], folder);
  await expectDocument(page, 'plan.dagwright.json');
  expect(shell.windows()).toHaveLength(1);
  expect(path).toContain(folder);
});

test('a second start brings its file to a new window where the others have a document', async ({ launch, folder }) => {
  const first = await designFile(folder, 'first.dagwright.json');
  const second = await designFile(folder, 'second.dagwright.json');
  const shell = await launch({ args: [first] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'first.dagwright.json');
  await setMailboxes(page, 200);
  const other = await shell.newWindow(() => shell.startAgain([second]));
  await expectDocument(other, 'second.dagwright.json');
  await expectDocument(page, 'first.dagwright.json');
  await expect(editedMark(page)).toBeVisible();
  await expect.poll(async () => (await shell.stateOf(other)).focused).toBe(true);
});

test('a second start with a file that is open brings its window to the front', async ({ launch, folder }) => {
  const first = await designFile(folder, 'first.dagwright.json');
  const second = await designFile(folder, 'second.dagwright.json');
  const shell = await launch({ args: [first] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'first.dagwright.json');
  const other = await shell.newWindow(() => shell.startAgain([second]));
  await expectDocument(other, 'second.dagwright.json');
  await expect.poll(async () => (await shell.stateOf(page)).focused).toBe(false);
  await shell.startAgain(['./first.dagwright.json'], folder);
  await expect.poll(async () => (await shell.stateOf(page)).focused).toBe(true);
  expect(shell.windows()).toHaveLength(2);
});

test('a second start without a file brings the program to the front, also where it was minimized', async ({
  launchInStandIn,
}) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  shell.windowOf(page).minimize();
  await shell.startAgain([]);
  await expect.poll(() => shell.stateOf(page)).toMatchObject({ minimized: false, focused: true });
  expect(shell.windows()).toHaveLength(1);
  const [other] = shell.others;
  expect(other?.isRunning()).toBe(false);
  expect(other?.windows()).toEqual([]);
});

test('two programs with their own data run side by side', { tag: '@stand-in' }, async ({ launchInStandIn, folder }) => {
  const [one, other] = await Promise.all(
    ['one', 'other'].map(async (name) => {
      const path = await designFile(folder, `${name}.dagwright.json`);
      return launchInStandIn({ args: [path], userData: join(folder, `data of ${name}`) });
    }),
  );
  await expectDocument(await one!.firstWindow(), 'one.dagwright.json');
  await expectDocument(await other!.firstWindow(), 'other.dagwright.json');
  await other!.quit();
  await expect.poll(() => other!.isRunning()).toBe(false);
  expect(one!.isRunning()).toBe(true);
});

test('a file that the system asks for opens', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.openFile(path);
  await expectDocument(page, 'plan.dagwright.json');
});

test(
  'a file that the system asks for before the program is ready waits for the window',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ platform: 'darwin', openFiles: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    expect(shell.windows()).toHaveLength(1);
  },
);

test(
  'on macOS the program outlives its last window, and a file brings a new one',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const path = await designFile(folder);
    const shell = await launchInStandIn({ platform: 'darwin' });
    await shell.close(await shell.firstWindow());
    await expect.poll(() => shell.windows()).toEqual([]);
    expect(shell.isRunning()).toBe(true);
    const page = await shell.newWindow(() => shell.openFile(path));
    await expectDocument(page, 'plan.dagwright.json');
  },
);

test('a dropped file opens from its place on the disk', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.drop(page, path);
  await expectDocument(page, 'plan.dagwright.json');
  await expect.poll(() => shell.stateOf(page)).toMatchObject({ title: 'plan.dagwright.json – Dagwright' });
});

test('a file dropped on unsaved work asks about it first', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder, 'first.dagwright.json')] });
  const second = await designFile(folder, 'second.dagwright.json');
  const page = await shell.firstWindow();
  await expectDocument(page, 'first.dagwright.json');
  await setMailboxes(page, 200);
  await shell.drop(page, second);
  await answer(page, 'Save first.dagwright.json?', 'Cancel');
  await expectDocument(page, 'first.dagwright.json');
  await expect(editedMark(page)).toBeVisible();
  await shell.drop(page, second);
  await answer(page, 'Save first.dagwright.json?', 'Discard');
  await expectDocument(page, 'second.dagwright.json');
});

test(
  'a file that the page makes up itself has no place on the disk and is not read',
  { tag: '@stand-in' },
  async ({ launch, tolerated }) => {
    const shell = await launch();
    const page = await shell.firstWindow();
    await expectWelcome(page);
    tolerated.push(/x/);
    const refused = await page.evaluate(() =>
      window.dagwright!.openDropped(new File(['{}'], '/etc/passwd')).then(
        () => 'read',
        (error: Error) => error.message,
      ),
    );
    expect(refused).toContain('The request openDropped is refused');
  },
);
