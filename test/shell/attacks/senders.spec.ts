import { channelOf, requestNames } from '../../../renderer/host/bridge.ts';
import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';
import type { ForgedFrame } from '../standIn/standInShell.ts';
import { validMessages } from './messages.ts';

const ours = 'app://dagwright/index.html';

const forged: Readonly<Record<string, ForgedFrame>> = {
  'a frame that is gone': null,
  'a frame within our page': { url: ours, within: ours },
  'a frame within a foreign page': { url: ours, within: 'https://example.invalid/' },
  'a foreign page': { url: 'https://example.invalid/' },
  'an address that contains ours': { url: 'http://example.invalid/?x=app://dagwright' },
  'a path that contains ours': { url: 'https://example.invalid/app://dagwright/index.html' },
  'a host that begins as ours': { url: 'app://dagwright.example.invalid/index.html' },
  'a host that ends as ours': { url: 'app://not-dagwright/index.html' },
  'a user called as our host': { url: 'app://dagwright@example.invalid/index.html' },
  'our host with a user': { url: 'app://user:secret@dagwright/index.html' },
  'our host with a port': { url: 'app://dagwright:8080/index.html' },
  'our host under https': { url: 'https://dagwright/index.html' },
  'a scheme that begins as ours': { url: 'apps://dagwright/index.html' },
  'a file': { url: 'file:///app://dagwright/index.html' },
  'a data address': { url: 'data:text/html,app://dagwright/' },
  'a blob of a foreign page': { url: 'blob:https://example.invalid/1' },
  'an empty page': { url: 'about:blank' },
  'a page in a document': { url: 'about:srcdoc' },
  'an error page': { url: 'chrome-error://chromewebdata/' },
  'no address': { url: '' },
};

test('every request is refused to a false sender', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  for (const [who, frame] of Object.entries(forged)) {
    const heard: string[] = [];
    for (const name of requestNames) {
      const answer = await shell.invokeAs(page, frame, channelOf(name), validMessages[name]).catch(String);
      if (!/is refused/.test(String(answer))) heard.push(`${name}: ${JSON.stringify(answer)}`);
    }
    expect(heard, who).toEqual([]);
  }
  const heard: string[] = [];
  for (const name of requestNames) {
    const answer = await shell.invokeAsStranger(page, channelOf(name), validMessages[name]).catch(String);
    if (!/is refused/.test(String(answer))) heard.push(name);
  }
  expect(heard, 'a page that is no window of ours').toEqual([]);
  expect(await shell.dialogs.asked()).toEqual([]);
  expect(shell.windows()).toHaveLength(1);
});

test('every request of our own page is answered', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  shell.dialogs.cancelsAll = true;
  const page = await shell.firstWindow();
  await expectWelcome(page);
  for (const name of requestNames) {
    const answer = await shell.invoke(page, channelOf(name), validMessages[name]);
    expect(answer, name).toHaveProperty('ok');
  }
  expect(await shell.dialogs.asked()).toMatchObject([{ kind: 'open' }, { kind: 'save' }, { kind: 'save' }]);
  // One of the requests opens a window.
  await expect.poll(() => shell.windows().length).toBe(2);
  await expectWelcome(shell.windows()[1]!);
});

for (const address of ['https://example.invalid/', 'http://example.invalid/?x=app://dagwright']) {
  test(
    `a window that was led to ${address} is refused everything`,
    { tag: '@stand-in' },
    async ({ launchInStandIn, tolerated }) => {
      tolerated.push(/^page: |^console: /);
      const shell = await launchInStandIn({ internet: { [address]: '<h1>Elsewhere</h1>' } });
      const page = await shell.firstWindow();
      await expectWelcome(page);
      await shell.loadPastGuards(page, address);
      await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible();
      for (const name of requestNames.filter((each) => each !== 'openDropped')) {
        const answer = await page.evaluate(
          ([verb, message]) =>
            (window.dagwright![verb] as (message: unknown) => Promise<unknown>)(message).then(
              (value) => JSON.stringify(value),
              (error: Error) => error.message,
            ),
          [name, validMessages[name]] as const,
        );
        expect(answer, name).toContain('is refused');
      }
    },
  );
}
