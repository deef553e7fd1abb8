import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What the modules of one running program see as their Electron and their process. */
interface Seen {
  readonly electron: Readonly<Record<string, unknown>>;
  readonly process: NodeJS.Process;
  /** Node's own ways to a network. */
  readonly fetch: (url: unknown) => never;
  readonly WebSocket: new (url: unknown) => never;
}

const KEY = Symbol.for('dagwright.standIn');
const store = new Map<string, Seen>();
let registered = false;

/** Evaluates a built main afresh, with this Electron and this process. */
export async function importMain(path: string, id: string, seen: Seen): Promise<void> {
  if (!registered) {
    Reflect.set(globalThis, KEY, store);
    register('./hooks.mjs', import.meta.url, { data: { names: Object.keys(seen.electron) } });
    registered = true;
  }
  store.set(id, seen);
  const url = pathToFileURL(path);
  url.searchParams.set('app', id);
  // eslint-disable-next-line no-unsanitized/method -- the address is that of a built main, given by a test
  await import(url.href);
}
