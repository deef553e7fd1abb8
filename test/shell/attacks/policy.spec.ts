import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';

/** What the page's security policy stops, and the directive that does. `ran()` would tell of a success. */
const attempts: readonly (readonly [what: string, script: string, directive: string])[] = [
  ['text as code', `try { eval('ran()') } catch {}`, 'script-src'],
  ['text as a function', `try { new Function('ran()')() } catch {}`, 'script-src'],
  ['text in a timer', `setTimeout('ran()')`, 'script-src'],
  ['a script in the page', `add('script', { textContent: 'ran()' })`, 'script-src-elem'],
  ['a script from elsewhere', `add('script', { src: 'https://example.invalid/x.js', onload: ran })`, 'script-src-elem'],
  ['a script in an address', `add('script', { src: 'data:text/javascript,ran()' })`, 'script-src-elem'],
  ['a script in a blob', `add('script', { src: blob('ran()') })`, 'script-src-elem'],
  ['a handler in the markup', `markup('<img src="data:," onerror="ran()">')`, 'script-src-attr'],
  ['a module from elsewhere', `import('https://example.invalid/x.js').then(ran, () => {})`, 'script-src-elem'],
  ['a style in the page', `add('style', { textContent: 'body { color: red }' })`, 'style-src-elem'],
  [
    'a style from elsewhere',
    `add('link', { rel: 'stylesheet', href: 'https://example.invalid/x.css' })`,
    'style-src-elem',
  ],
  ['a request', `fetch('https://example.invalid/').then(ran, () => {})`, 'connect-src'],
  ['a request to our own files', `fetch('index.html').then(ran, () => {})`, 'connect-src'],
  [
    'an older request',
    `const x = new XMLHttpRequest(); x.onload = ran; x.open('GET', 'https://example.invalid/'); x.send()`,
    'connect-src',
  ],
  ['a socket', `try { new WebSocket('wss://example.invalid/') } catch {}`, 'connect-src'],
  ['a stream of events', `try { new EventSource('https://example.invalid/') } catch {}`, 'connect-src'],
  ['a beacon', `navigator.sendBeacon('https://example.invalid/', 'x')`, 'connect-src'],
  ['a picture from elsewhere', `add('img', { src: 'https://example.invalid/x.png', onload: ran })`, 'img-src'],
  ['a film', `add('video', { src: 'https://example.invalid/x.mp4', onloadeddata: ran })`, 'media-src'],
  [
    'a typeface from elsewhere',
    `new FontFace('x', 'url(https://example.invalid/x.woff2)').load().then(ran, () => {})`,
    'font-src',
  ],
  ['a worker of text', `try { new Worker(blob('ran()')) } catch {}`, 'worker-src'],
  ['another base', `add('base', { href: 'https://example.invalid/' })`, 'base-uri'],
];

/** Runs in the page. */
function prepare(): void {
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
  const state = { count: 0 };
  Object.assign(window, {
    violations,
    state,
    ran: () => (state.count += 1),
    add: (tag: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(tag), properties)),
    blob: (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
    markup: (html: string) => {
      // eslint-disable-next-line no-unsanitized/method -- what the policy is to stop
      document.body.append(document.createRange().createContextualFragment(html));
    },
  });
}

interface Prepared {
  readonly violations: string[];
  readonly state: { readonly count: number };
}

test('the policy stops code and content that are not the page’s own', async ({ launch, tolerated }) => {
  tolerated.push(/Content Security Policy|Refused to|Failed to (load|fetch)|violates|has been blocked/);
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await page.evaluate(prepare);
  for (const [what, script, directive] of attempts) {
    await test.step(what, async () => {
      await page.evaluate(() => void ((window as unknown as Prepared).violations.length = 0));
      // In a timer: what the debugger itself evaluates is above the policy.
      await page.evaluate(`setTimeout(() => { ${script} })`);
      await expect
        .poll(() => page.evaluate(() => (window as unknown as Prepared).violations), what)
        .toContain(directive);
    });
  }
  expect(await page.evaluate(() => (window as unknown as Prepared).state.count)).toBe(0);
  await expectWelcome(page);
});
