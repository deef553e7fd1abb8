import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';
import type { ShellApp } from '../shellApp.ts';

/** What stops an attempt: a guard of the shell, which notes it in the log; the page's security policy; or Chromium itself. */
type Stop = 'guard' | 'policy' | 'Chromium';

const elsewhere = 'https://example.invalid/';

/** What a page that has been taken over might do to lead its window away. */
const departures: readonly (readonly [what: string, script: string, stop: Stop])[] = [
  ['its address', `location.href = '${elsewhere}'`, 'guard'],
  ['an address that contains ours', `location.href = 'http://example.invalid/?x=app://dagwright'`, 'guard'],
  ['an address in place of its own', `location.replace('${elsewhere}')`, 'guard'],
  ['a link', `click({ href: '${elsewhere}' })`, 'guard'],
  ['a link for the whole window', `click({ href: '${elsewhere}', target: '_top' })`, 'guard'],
  ['a refresh', `refresh('0;url=${elsewhere}')`, 'guard'],
  ['another page of our own', `location.href = new URL('assets/', location.href).href`, 'guard'],
  ['our own page with a question', `location.href = location.href + '?x=1'`, 'guard'],
  ['a form', `submit({ action: '${elsewhere}' })`, 'policy'],
  ['a form that posts to our own page', `submit({ action: location.href, method: 'post' })`, 'policy'],
  ['a script address', `location.href = 'javascript:window.ran = true'`, 'policy'],
  ['a frame', `frame({ src: '${elsewhere}' })`, 'policy'],
  ['a frame of our own page', `frame({ src: location.href })`, 'policy'],
  [
    'a frame with a script in its text',
    `frame({ srcdoc: '<script>parent.ran = true</scr' + 'ipt>', onload: () => violations.push('loaded') })`,
    'policy',
  ],
  ['an object', `element('object', { data: '${elsewhere}' })`, 'policy'],
  ['an embedded page', `element('embed', { src: '${elsewhere}' })`, 'policy'],
  ['a web view', `element('webview', { src: '${elsewhere}' })`, 'Chromium'],
  ['a file', `location.href = 'file:///etc/passwd'`, 'Chromium'],
  ['a data address', `location.href = 'data:text/html,Elsewhere'`, 'Chromium'],
];

/** The same for a window of its own. */
const openings: readonly (readonly [what: string, script: string, stop: Stop])[] = [
  ['a window', `window.open('${elsewhere}')`, 'guard'],
  ['an empty window', `window.open('about:blank')`, 'guard'],
  ['a window of our own page', `window.open(location.href)`, 'guard'],
  ['a window without an opener', `window.open('${elsewhere}', '_blank', 'noopener')`, 'guard'],
  ['a small window', `window.open('${elsewhere}', 'small', 'width=200,height=200')`, 'guard'],
  ['a link to a new window', `click({ href: '${elsewhere}', target: '_blank' })`, 'guard'],
  [
    'a link to a new window with an opener',
    `click({ href: '${elsewhere}', target: '_blank', rel: 'opener' })`,
    'guard',
  ],
  ['a form to a new window', `submit({ action: '${elsewhere}', target: '_blank' })`, 'policy'],
];

/** Runs in the page: its ways that take more than a line, and what tells whether it is still the same. */
function prepare(): void {
  const element = (tag: string, properties: object): HTMLElement => {
    const made = Object.assign(document.createElement(tag), properties);
    document.body.append(made);
    return made;
  };
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
  Object.assign(window, {
    mark: 'still here',
    violations,
    element,
    click: (properties: object) => element('a', { textContent: 'link', ...properties }).click(),
    submit: (properties: object) => (element('form', properties) as HTMLFormElement).submit(),
    frame: (properties: object) => element('iframe', properties),
    refresh: (content: string) => element('meta', { httpEquiv: 'refresh', content }),
  });
}

interface Prepared {
  readonly mark: string;
  readonly ran?: boolean;
  readonly violations: readonly string[];
}

const refusals = async ({ userData }: ShellApp): Promise<number> => {
  const log = await readFile(join(userData, 'logs', 'dagwright.log'), 'utf8').catch(() => '');
  return log.split(' was refused.').length - 1;
};
const violations = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Prepared).violations.length);

/** A later act of the page has been answered. */
const settled = (page: Page): Promise<unknown> => page.evaluate(() => window.dagwright!.listRecent({}));

/** Has the page do it, outside the debugger's own rights, and waits for what stops it. */
async function attempt(shell: ShellApp, page: Page, script: string, stop: Stop): Promise<void> {
  const before = { guard: await refusals(shell), policy: await violations(page) };
  await page.evaluate(`setTimeout(() => { ${script} })`);
  if (stop === 'guard') await expect.poll(() => refusals(shell)).toBeGreaterThan(before.guard);
  if (stop === 'policy') await expect.poll(() => violations(page)).toBeGreaterThan(before.policy);
  // While Chromium makes a window for its debugger to see, the pages beside it hear no events.
  await expect(() => settled(page)).toPass();
  const { mark, ran } = await page.evaluate(() => {
    const { mark, ran } = window as unknown as Prepared;
    return { mark, ran };
  });
  expect({ mark, ran }).toEqual({ mark: 'still here', ran: undefined });
  expect(shell.windows()).toEqual([page]);
}

for (const [group, attempts] of [
  ['lead its window to', departures],
  ['open', openings],
] as const) {
  test(`a page cannot ${group} anything`, async ({ launch, tolerated }) => {
    tolerated.push(/Content Security Policy/, /Not allowed to (load local resource|navigate top frame)/);
    const shell = await launch();
    const page = await shell.firstWindow();
    await expectWelcome(page);
    await page.evaluate(prepare);
    for (const [what, script, stop] of attempts) await test.step(what, () => attempt(shell, page, script, stop));
    // Playwright's own queries would wait for the navigations that never were.
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Dagwright');
  });
}

test('a redirect away is not followed', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const start = 'https://example.invalid/start';
  const shell = await launchInStandIn({
    internet: { [start]: { redirect: elsewhere }, [elsewhere]: '<h1>Elsewhere</h1>' },
  });
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.loadPastGuards(page, start).catch(() => undefined);
  await expect.poll(() => shell.notes.urls('redirect prevented')).toEqual([elsewhere]);
  await expectWelcome(page);
});

test('a web view is refused even where one could be made', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  expect(shell.attachWebview(page, elsewhere)).toBe(false);
  expect(shell.windowOf(page).options.webPreferences).toMatchObject({ webviewTag: false });
});

const downloads: Readonly<Record<string, string>> = {
  'text of its own': `click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' })`,
  'a file of our own': `click({ href: location.href, download: 'page.html' })`,
  'text in an address': `click({ href: 'data:text/plain,x', download: 'x.txt' })`,
};
test('a page cannot download anything', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await page.evaluate(prepare);
  let count = 0;
  for (const [what, script] of Object.entries(downloads)) {
    await test.step(what, async () => {
      await page.evaluate(`setTimeout(() => { ${script} })`);
      count += 1;
      await expect.poll(() => shell.notes.cancelledDownloads.length).toBe(count);
    });
  }
  expect(shell.notes.savedDownloads).toEqual([]);
});
