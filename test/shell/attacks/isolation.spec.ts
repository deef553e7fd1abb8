import { designFile, expectWelcome, mailboxesIn } from '../page.ts';
import { expect, test } from '../shell.ts';

test('the page has nothing of Node and nothing of Electron but the bridge', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];
  const found = await page.evaluate((all) => all.filter((name) => name in window), names);
  expect(found).toEqual([]);
  const kinds = await page.evaluate(() => Object.values(window.dagwright!).map((value) => typeof value));
  expect(new Set(kinds)).toEqual(new Set(['function']));
});

test(
  'every window is isolated and sandboxed, and says so itself',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    const page = await shell.firstWindow();
    const other = await shell.newWindow(() => shell.choose('File', 'New window'));
    for (const each of [page, other]) {
      expect(shell.windowOf(each).options.webPreferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      });
      expect(shell.windowOf(each).options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
    }
    expect(shell.notes.sandboxed).toBe(true);
  },
);

test(
  'a handle is good only in the window that it was given to',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const path = await designFile(folder);
    const shell = await launchInStandIn();
    const page = await shell.firstWindow();
    await expectWelcome(page);
    await shell.dialogs.open([path]);
    const opened = await page.evaluate(async () => {
      const answer = await window.dagwright!.openDocument({});
      return answer.ok ? (answer.value?.handle?.id ?? '') : '';
    });
    expect(opened).toMatch(/^[0-9a-f-]{36}$/);
    const other = await shell.newWindow(() => shell.choose('File', 'New window'));
    await expectWelcome(other);
    const attempt = { handle: opened, text: '{}', known: '0'.repeat(64) };
    const refused = { ok: false, message: expect.stringContaining('does not know the file') as unknown };
    expect(await other.evaluate((message) => window.dagwright!.saveDocument(message), attempt)).toMatchObject(refused);
    expect(await other.evaluate((handle) => window.dagwright!.openPrevious({ handle }), opened)).toMatchObject(refused);
    expect(
      await other.evaluate((handle) => window.dagwright!.reportDocument({ name: 'x', handle, edited: true }), opened),
    ).toMatchObject({ ok: false });
    expect(await mailboxesIn(path)).toBe(100);

    // A page that is loaded anew knows no handle of the one before.
    const loaded = page.waitForEvent('load');
    shell.reload(page);
    await loaded;
    expect(await page.evaluate((message) => window.dagwright!.saveDocument(message), attempt)).toMatchObject(refused);
  },
);

test(
  'the program asks nothing of a network: no names are looked up, no page may call',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    const page = await shell.firstWindow();
    await expectWelcome(page);
    expect(shell.switchOf('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    const addresses = [
      'http://localhost/',
      'https://example.invalid/x',
      'file:///etc/passwd',
      'app://other/',
      'ftp://x/',
      'ws://x/',
    ];
    for (const address of addresses) expect(await shell.isCancelled(address), address).toBe(true);
    for (const address of ['app://dagwright/index.html', 'data:,x', 'blob:app://dagwright/1']) {
      expect(await shell.isCancelled(address), address).toBe(false);
    }
  },
);
