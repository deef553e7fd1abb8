import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { links } from '../../electron/main/links.ts';
import { goTo, inspector } from '../e2e/app.ts';
import { designFile, editedMark, expectDocument, expectWelcome, pageDialog, setMailboxes } from './page.ts';
import { expect, test } from './shell.ts';
import type { MenuEntry, ShellApp } from './shellApp.ts';

const nameOf = (path: readonly string[]): string => path.join(' › ');

const entryAt = async (shell: ShellApp, ...path: readonly string[]): Promise<MenuEntry | undefined> =>
  (await shell.menu()).find((each) => nameOf(each.path) === nameOf(path));

const expectEntry = (shell: ShellApp, path: readonly string[], wanted: Partial<MenuEntry>): Promise<void> =>
  expect.poll(() => entryAt(shell, ...path), nameOf(path)).toMatchObject(wanted);

interface Scene {
  readonly shell: ShellApp;
  readonly page: Page;
  readonly path: string;
}

/** Chooses a command and sees it done. */
type Trial = (choose: () => Promise<void>, scene: Scene) => Promise<void>;

const shows =
  (see: (scene: Scene) => Promise<void>): Trial =>
  async (choose, scene) => {
    await choose();
    await see(scene);
  };
const asks =
  (kind: 'open' | 'save'): Trial =>
  async (choose, { shell }) => {
    const { length } = await shell.dialogs.asked();
    await shell.dialogs[kind](null);
    await choose();
    await expect
      .poll(async () => (await shell.dialogs.asked()).slice(length).map((asked) => asked.kind))
      .toEqual([kind]);
  };
const checks = (...path: readonly string[]): Trial => shows(({ shell }) => expectEntry(shell, path, { checked: true }));
const unchecks = (...path: readonly string[]): Trial =>
  shows(({ shell }) => expectEntry(shell, path, { checked: false }));
const zooms: Trial = async (choose, { page }) => {
  const percent = page.getByRole('button', { name: 'Zoom to 100 %' });
  const before = await percent.innerText();
  await choose();
  await expect(percent).not.toHaveText(before);
};
const opensDialog = (name: string): Trial =>
  shows(async ({ page }) => {
    await expect(pageDialog(page, name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pageDialog(page, name)).toHaveCount(0);
  });
const opensWindow: Trial = async (choose, { shell, page }) => {
  const other = await shell.newWindow(choose);
  await expectWelcome(other);
  await shell.close(other);
  await expect.poll(() => shell.windows().length).toBe(1);
  await shell.focus(page);
};
/** What the undo command would undo. */
async function undoable(shell: ShellApp): Promise<string | undefined> {
  return (await ours(shell)).find((name) => name.startsWith('Edit › Undo'));
}
/** Changes the design by one step, which is undone again; a part that this design has no place for is refused in words. */
const changes =
  (part?: string): Trial =>
  async (choose, { shell, page }) => {
    await goTo(page, 'EX03');
    const before = await undoable(shell);
    const isChanged = async (): Promise<boolean> => (await undoable(shell)) !== before;
    const refusal = page.getByRole('status').getByText(new RegExp(`^${part ?? 'nothing'}: `));
    await choose();
    await expect.poll(async () => (await isChanged()) || (await refusal.count()) > 0).toBe(true);
    if (await isChanged()) await page.keyboard.press('Control+z');
    await expect.poll(isChanged).toBe(false);
  };
const selects =
  (count: RegExp): Trial =>
  async (choose, { page }) => {
    await goTo(page, 'EX03');
    await choose();
    await expect(inspector(page)).toContainText(count);
  };
const opensLink =
  (address: string): Trial =>
  async (choose, { shell }) => {
    await choose();
    await expect.poll(async () => (await shell.handedOut()).links.at(-1)).toBe(address);
  };
const change = 'Set mailboxes of Heavy to 9001';

/** Every command of our own, in an order in which each can be chosen. */
const trials: Readonly<Record<string, Trial>> = {
  [`Edit › Undo: ${change}`]: shows(({ page }) => expect(editedMark(page)).toHaveCount(0)),
  [`Edit › Redo: ${change}`]: shows(({ page }) => expect(editedMark(page)).toBeVisible()),
  'File › Save': shows(async ({ page, path }) => {
    await expect(editedMark(page)).toHaveCount(0);
    expect(await readFile(path, 'utf8')).toContain('"mailboxes": 9001');
  }),
  'File › Save as…': asks('save'),
  'File › Export picture…': opensDialog('Export picture'),
  'File › Open…': asks('open'),
  'File › New window': opensWindow,
  'View › Copy layout': checks('View', 'Copy layout'),
  'View › Capacity': checks('View', 'Capacity'),
  'View › Topology': checks('View', 'Topology'),
  'View › Zoom in': zooms,
  'View › Zoom to fit': zooms,
  'View › Zoom out': zooms,
  'View › Zoom to selection': async (choose, scene) => {
    await goTo(scene.page, 'EX03');
    await zooms(() => scene.page.getByRole('button', { name: 'Zoom out' }).click(), scene);
    await zooms(choose, scene);
  },
  'View › Back': shows(({ page }) => expect(inspector(page).getByRole('heading', { level: 2 })).not.toHaveText('EX03')),
  'View › Forward': shows(({ page }) => expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('EX03')),
  'View › Focus on the selection': shows(({ page }) => expect(page.getByTestId('focus')).toBeVisible()),
  'View › Map of the drawing': unchecks('View', 'Map of the drawing'),
  'Edit › Settings…': opensDialog('Settings'),
  'File › Print…': async (choose, { page }) => {
    await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
    await choose();
    await expect(page.locator('body')).toHaveAttribute('data-printed');
  },
  'Design › Add note': async (choose, scene) => {
    await changes()(choose, scene);
    await goTo(scene.page, 'EX03');
  },
  'Design › New server from template…': opensDialog('New server from a template'),
  'Design › Use hardware template…': opensDialog('Use a template for EX03'),
  'Design › Save as hardware template…': opensDialog('Save PA server 24C as a template'),
  'Design › Your hardware templates…': opensDialog('Your hardware templates'),
  'Edit › Move earlier': changes(),
  'Edit › Move to the first place': changes(),
  'Edit › Move to the last place': changes(),
  'Edit › Move later': shows(({ shell }) =>
    expectEntry(shell, ['Edit', 'Undo: Move EX03 after EX04'], { enabled: true }),
  ),
  'Edit › Sort by name': async (choose, scene) => {
    await changes()(choose, scene);
    await scene.page.keyboard.press('Control+z');
  },
  'Edit › Duplicate': changes(),
  'Edit › Remove': changes(),
  'Edit › Select all of this kind': selects(/servers/),
  'Edit › Select those like it': selects(/servers/),
  'Edit › Rename…': opensDialog('Rename'),
  'Edit › Move to…': opensDialog('Move'),
  'View › Parts to place': unchecks('View', 'Parts to place'),
  ...Object.fromEntries(
    [
      'Datacenter',
      'Datacenter pair',
      'Link',
      'DAG',
      'Server',
      'Disk',
      'Database',
      'Witness',
      'Office Online farm',
      'Load balancer',
    ].map((part) => [`Design › Place ${part}`, changes(part)]),
  ),
  'Design › Rebalance database copies…': opensDialog('Rebalance'),
  'View › Outline': unchecks('View', 'Outline'),
  'View › Inspector': shows(({ page }) => expect(inspector(page)).toHaveCount(0)),
  'View › Findings': unchecks('View', 'Findings'),
  'View › Replication': checks('View', 'Replication'),
  'View › Failover': checks('View', 'Failover'),
  'Design › Fail EX03': shows(({ shell }) => expectEntry(shell, ['Design', 'Heal EX03'], { enabled: true })),
  'Design › Step back before the last event': shows(({ shell }) =>
    expectEntry(shell, ['Design', 'Fail EX03'], { enabled: true }),
  ),
  'Design › Step forward to the next event': shows(({ shell }) =>
    expectEntry(shell, ['Design', 'Heal EX03'], { enabled: true }),
  ),
  'Design › Keep scenario': shows(async ({ page }) => {
    await expect(page.locator('[data-scenario-name]')).toBeFocused();
    await page.keyboard.press('Enter');
  }),
  'Design › Heal all': shows(({ shell }) => expectEntry(shell, ['Design', 'Fail EX03'], { enabled: true })),
  'View › Theme: dark': shows(async ({ shell, page }) => {
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectEntry(shell, ['View', 'Theme: dark'], { checked: true });
    await expectEntry(shell, ['View', 'Theme: as the system'], { checked: false });
  }),
  'View › Theme: light': shows(({ page }) => expect(page.locator('html')).toHaveAttribute('data-theme', 'light')),
  'View › Theme: as the system': checks('View', 'Theme: as the system'),
  'View › Search and commands…': shows(async ({ page }) => {
    await expect(page.getByRole('combobox', { name: /Search/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: /Search/ })).toHaveCount(0);
  }),
  'Design › Fix all mechanical': shows(({ page }) => expect(editedMark(page)).toBeVisible()),
  'Help › Keyboard shortcuts': opensDialog('Keyboard shortcuts'),
  ...Object.fromEntries(
    Object.values(links).map(({ label, address }) => [
      `Help › Microsoft’s documentation › ${label}`,
      opensLink(address),
    ]),
  ),
  'Help › Open log folder': shows(({ shell }) =>
    expect.poll(async () => (await shell.handedOut()).folders).toEqual([join(shell.userData, 'logs')]),
  ),
  'Help › Licences': shows(({ shell }) =>
    expect.poll(async () => (await shell.handedOut()).folders.at(-1)).toMatch(/dist.licenses.third-party\.txt$/),
  ),
  'Help › About Dagwright': shows(({ shell }) => expect.poll(async () => (await shell.handedOut()).about).toBe(1)),
  'File › Open previous version': async (choose, { shell, page, path }) => {
    await page.keyboard.press('Control+s');
    await expect(editedMark(page)).toHaveCount(0);
    await expectEntry(shell, ['File', 'Open previous version'], { enabled: true });
    await choose();
    await expectDocument(page, 'plan (previous).dagwright.json');
    await shell.dialogs.save(path);
    await page.keyboard.press('Control+s');
    await expectDocument(page, 'plan.dagwright.json');
  },
  'File › Close design': shows(({ page }) => expectWelcome(page)),
  'File › New empty design': shows(async ({ shell, page }) => {
    await expectDocument(page, 'new-design.dagwright.json');
    await shell.choose('File', 'Close design');
    await pageDialog(page, /^Save/).getByRole('button', { name: 'Discard' }).click();
    await expectWelcome(page);
  }),
  'File › New design…': shows(({ page }) => expect(page.getByTestId('servers')).toBeVisible()),
  'File › Close window': shows(({ shell }) => expect.poll(() => shell.windows().length).toBe(1)),
  'File › Quit': shows(({ shell }) => expect.poll(() => shell.isRunning()).toBe(false)),
};

test('every command of the menu does what it says', async ({ launch, folder }) => {
  test.slow();
  const path = join(folder, 'plan.dagwright.json');
  const contoso = await readFile(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8');
  await writeFile(path, contoso.replace('"autoDagAutoReseedEnabled": true', '"autoDagAutoReseedEnabled": false'));
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  // Nothing flies: what a zoom comes to is there at once.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 9001);
  await expectEntry(shell, ['Edit', `Undo: ${change}`], { enabled: true });

  await expectEntry(shell, cannotBeDone.split(' › '), { enabled: false });

  const seen = new Set<string>();
  for (const [name, tried] of Object.entries(trials)) {
    const labels = name.split(' › ');
    if (name === 'File › Close window') {
      const other = await shell.newWindow(() => shell.choose('File', 'New window'));
      await expectWelcome(other);
      await expect.poll(async () => (await shell.stateOf(other)).focused).toBe(true);
    }
    await test.step(name, async () => {
      await expectEntry(shell, labels, { enabled: true });
      for (const each of await ours(shell)) seen.add(each);
      await tried(() => shell.choose(...labels), { shell, page, path });
    });
  }
  expect([...seen].filter((name) => !isTried(name))).toEqual([]);
});

/** The commands of the menu that the shell or the page does; the others are roles of Electron's own. */
async function ours(shell: ShellApp): Promise<readonly string[]> {
  const entries = await shell.menu();
  const isParent = (name: string): boolean => entries.some(({ path }) => nameOf(path).startsWith(`${name} › `));
  return entries.flatMap(({ path, role }) => (role || isParent(nameOf(path)) ? [] : [nameOf(path)]));
}

/** The disks of the example are full, so that no databases can be laid out on them. */
const cannotBeDone = 'Design › Lay out databases…';

/** Undo, redo and what is done to the selection name it; a datacenter is given up in the failover view's own spec. */
const isTried = (name: string): boolean =>
  name === cannotBeDone ||
  name in trials ||
  name === 'Edit › Undo' ||
  name === 'Edit › Redo' ||
  /^Edit › (Undo|Redo): |^Design › (Fail|Heal) (?!all)|^Design › (Give|Take) /.test(name);

test('the menu follows the window with the focus: what can be done there, and how it is called', async ({
  launch,
  folder,
}) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await expectEntry(shell, ['File', 'Save'], { enabled: true, accelerator: 'CmdOrCtrl+S' });
  await expectEntry(shell, ['Edit', 'Undo'], { enabled: false });
  await setMailboxes(page, 200);
  await expectEntry(shell, ['Edit', 'Undo: Set mailboxes of Heavy to 200'], { enabled: true });

  const other = await shell.newWindow(() => shell.choose('File', 'New window'));
  await expectWelcome(other);
  await expectEntry(shell, ['File', 'Save'], { enabled: false });
  await expectEntry(shell, ['Edit', 'Undo'], { enabled: false });
  await expectEntry(shell, ['View', 'Topology'], { enabled: false });

  await shell.focus(page);
  await expectEntry(shell, ['File', 'Save'], { enabled: true });
  await expectEntry(shell, ['Edit', 'Undo: Set mailboxes of Heavy to 200'], { enabled: true });
  await shell.choose('Edit', 'Undo: Set mailboxes of Heavy to 200');
  await expect(editedMark(page)).toHaveCount(0);
  await expectWelcome(other);
});

test('no command can be chosen while a dialog lies over the page', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await expectEntry(shell, ['File', 'Save'], { enabled: true });
  await shell.choose('Help', 'Keyboard shortcuts');
  await expect(pageDialog(page, 'Keyboard shortcuts')).toBeVisible();
  await expectEntry(shell, ['File', 'Save'], { enabled: false });
  await expectEntry(shell, ['File', 'Close window'], { enabled: true });
  await page.keyboard.press('Escape');
  await expectEntry(shell, ['File', 'Save'], { enabled: true });
});

test(
  'a packaged program offers neither developers’ tools nor a reload',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ isPackaged: true });
    const page = await shell.firstWindow();
    await expectWelcome(page);
    const roles = (await shell.menu()).flatMap(({ role }) => role?.toLowerCase() ?? []);
    expect(roles).not.toContain('toggledevtools');
    expect(roles).not.toContain('reload');
    expect(shell.windowOf(page).options.webPreferences).toMatchObject({ devTools: false });
  },
);

test(
  'on macOS the menu begins with the program’s own, and closing the window keeps the menu',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ platform: 'darwin' });
    const page = await shell.firstWindow();
    await expectWelcome(page);
    const tops = (await shell.menu()).filter(({ path }) => path.length === 1).map(({ path: [label] }) => label);
    expect(tops).toEqual(['Dagwright', 'File', 'Edit', 'View', 'Design', 'Window', 'Help']);
    await shell.close(page);
    await expect.poll(() => shell.windows()).toEqual([]);
    await expectEntry(shell, ['File', 'Close window'], { enabled: false });
    await expectWelcome(await shell.newWindow(() => shell.choose('File', 'New window')));
  },
);
