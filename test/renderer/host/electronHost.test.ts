import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requestNames, type Bridge, type Envelope } from '../../../renderer/host/bridge.ts';
import { electronHost } from '../../../renderer/host/electronHost.ts';
import { HostError } from '../../../renderer/host/host.ts';
import { validateMessages } from '../../../schemas/generated/validators.js';

/** A shell that answers every request alike, and what it was sent. */
function shell(answer: (request: string) => Promise<Envelope<unknown>>) {
  const sent: { readonly request: string; readonly message: unknown }[] = [];
  const verbs = requestNames.map((request) => [
    request,
    (message: unknown) => {
      sent.push({ request, message });
      return answer(request);
    },
  ]);
  const bridge = { ...Object.fromEntries(verbs), on: () => () => undefined } as unknown as Bridge;
  return { host: electronHost(bridge), sent };
}

const answering = (value: unknown) => shell(() => Promise.resolve({ ok: true, value }));

const oddName = `..\\/\u0001${'😀'.repeat(300)}`;
const handle = { id: 'abc', name: 'a.json' };

describe('the host in the desktop program', () => {
  it('gives what the shell answers, and undefined for null', async () => {
    const file = { name: 'a.json', text: '{}' };
    expect(await answering(file).host.open()).toEqual(file);
    expect(await answering(null).host.open()).toBeUndefined();
    expect(await answering(null).host.takeOffered()).toBeUndefined();
    expect(await answering(null).host.desktop?.openPrevious(handle)).toBeUndefined();
  });

  it('throws what the shell says went wrong as a HostError', async () => {
    const { host } = shell(() => Promise.resolve({ ok: false, message: 'The disk is full.' }));
    await expect(host.saveAs('a.json', '{}')).rejects.toThrow(new HostError('The disk is full.'));
  });

  it('makes a HostError of a request that the shell refuses', async () => {
    const { host } = shell(() => Promise.reject(new Error("Error invoking remote method 'dagwright:listRecent'")));
    const asked = host.recent();
    await expect(asked).rejects.toBeInstanceOf(HostError);
    await expect(asked).rejects.toThrow('Dagwright did not answer');
  });

  it('names what it knows the file to hold by its SHA-256', async () => {
    const { host, sent } = answering({ outcome: 'cancelled' });
    await host.save(handle, 'new', 'öld 😀');
    const known = createHash('sha256').update('öld 😀', 'utf8').digest('hex');
    expect(sent).toEqual([{ request: 'saveDocument', message: { handle: 'abc', text: 'new', known } }]);
  });

  it('hands over a dropped file itself, the first of several, and nothing where there is none', async () => {
    const { host, sent } = answering(null);
    const [first, second] = [{ name: 'a' }, { name: 'b' }];
    const drop = (...files: readonly unknown[]) => host.dropped({ files } as unknown as DataTransfer);
    expect(drop()).toBeUndefined();
    await drop(first, second)?.();
    expect(sent).toEqual([{ request: 'openDropped', message: first }]);
  });

  it('sends nothing that the schema refuses, however odd the names and long the texts are', async () => {
    const { host, sent } = answering(null);
    const { desktop } = host;
    await Promise.all([
      host.open(),
      host.openRecent('abc'),
      host.openExample({ file: 'contoso.json', name: '', title: '', summary: '' }),
      host.takeOffered(),
      host.save(handle, '', ''),
      host.saveAs(oddName, ''),
      host.exportFile(oddName, 'image/svg+xml', ''),
      host.copyPicture('<svg />'),
      host.copyPicture(Uint8Array.of(137, 80, 78, 71)),
      host.recent(),
      host.forgetRecent('abc'),
      host.examples(),
      host.keepSnapshot({
        id: 'abc',
        name: oddName,
        keptAt: '2026-01-31T12:00:00.000Z',
        summary: 'x'.repeat(9000),
        text: '',
      }),
      host.snapshots(),
      host.dropSnapshot('abc'),
      desktop?.newWindow(),
      desktop?.openPrevious(handle),
      desktop?.showAbout(),
      desktop?.openLogFolder(),
      desktop?.openLink('high-availability'),
      desktop?.setTheme('dark'),
      desktop?.reportActions([{ id: 'undo', group: 'edit', label: '😀'.repeat(9000), enabled: true, checked: false }]),
      desktop?.answerSaved(true),
      desktop?.logFault({ message: 'x'.repeat(99_999), stack: 'x'.repeat(99_999) }),
    ]);
    host.reportDocument({ name: oddName, handle, edited: true });
    host.reportDocument(undefined);
    for (const { request, message } of sent) {
      expect(validateMessages({ [request]: message }), `${request}: ${JSON.stringify(validateMessages.errors)}`).toBe(
        true,
      );
    }
    // A dropped file reaches the shell as a path that only the preload script knows.
    expect(new Set(sent.map(({ request }) => request))).toEqual(
      new Set(requestNames.filter((name) => name !== 'openDropped')),
    );
  });
});
