/**
 * What the page sees of `contextBridge`, run from its source at the start of every document. It speaks with the preload script's
 * world by synchronous events under a name that the page does not know. Uses nothing outside itself.
 */
export function mainWorld(name: string): void {
  if (window !== window.top) return;
  type Told = { kind: 'expose' | 'call'; key?: string; value?: Token; id?: number; args?: Token[] };
  type Token = { plain?: unknown; call?: number; object?: [string, Token][]; list?: Token[] };
  type Settled = { call: number; failed?: string; value?: Token };
  const dispatch = document.dispatchEvent.bind(document);
  const tell = (detail: unknown): void => void dispatch(new CustomEvent(`${name}:page`, { detail }));
  const callbacks: ((...args: unknown[]) => unknown)[] = [];
  const calls: { resolve: (value: unknown) => void; reject: (reason: Error) => void }[] = [];
  let answer: Token | { failed: string } | undefined;

  /** Functions of the page cross as tokens; everything else is copied. */
  const pack = (value: unknown): Token => {
    if (typeof value === 'function') return { call: callbacks.push(value as () => unknown) - 1 };
    return { plain: value };
  };
  const unpack = (token: Token): unknown => {
    if (token.call !== undefined) return caller(token.call);
    if (token.list) return Object.freeze(token.list.map(unpack));
    if (token.object) return Object.freeze(Object.fromEntries(token.object.map(([key, item]) => [key, unpack(item)])));
    return token.plain;
  };
  const caller =
    (id: number) =>
    (...args: unknown[]): unknown => {
      answer = undefined;
      const call = calls.push({ resolve: () => undefined, reject: () => undefined }) - 1;
      tell({ kind: 'call', id, call, args: args.map(pack) });
      const now = answer as (Token & { promise?: true; failed?: string }) | undefined;
      if (!now) throw new Error('The preload script does not answer.');
      if (now.failed !== undefined) throw new Error(now.failed);
      if (!now.promise) return unpack(now);
      return new Promise((resolve, reject) => (calls[call] = { resolve, reject }));
    };

  document.addEventListener(`${name}:expose`, (event) => {
    const { key = '', value = {} } = (event as CustomEvent<Told>).detail;
    Object.defineProperty(window, key, { value: unpack(value), enumerable: true });
  });
  document.addEventListener(`${name}:answer`, (event) => (answer = (event as CustomEvent<Token>).detail));
  document.addEventListener(`${name}:settled`, (event) => {
    const { call, failed, value = {} } = (event as CustomEvent<Settled>).detail;
    if (failed === undefined) calls[call]?.resolve(unpack(value));
    else calls[call]?.reject(new Error(failed));
  });
  document.addEventListener(`${name}:callback`, (event) => {
    const { id = -1, args = [] } = (event as CustomEvent<Told>).detail;
    callbacks[id]?.(...args.map(unpack));
  });
  tell({ kind: 'ready' });
}
