import type { ContextBridge, IpcRenderer, IpcRendererEvent, WebUtils } from 'electron';

/** What the preload script's world gets from the stand-in, all of it text because it crosses into the browser. */
export interface PreloadWorldOptions {
  /** The secret name of the events between this world and the page. */
  readonly name: string;
  /** The binding that leads to the stand-in. */
  readonly binding: string;
  readonly platform: string;
}

/** What travels over the binding. */
export type Told =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: unknown;
      readonly url: string;
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown; readonly url: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'failed'; readonly message: string };

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

/**
 * Runs the preload script in its isolated world as Electron's sandbox does: `require` knows `electron` only. Runs in the page from its
 * source, beside `encode` and `decode`; uses nothing else outside itself.
 */
export function preloadWorld(
  options: PreloadWorldOptions,
  { encode, decode }: { encode: (value: unknown) => unknown; decode: (value: unknown) => unknown },
  preload: Preload,
): void {
  if (window !== window.top) return;
  type Token = { plain?: unknown; call?: number; object?: [string, Token][]; list?: Token[] };
  type FromPage = { kind: 'ready' | 'call'; id: number; call: number; args: Token[] };
  const { name, binding, platform } = options;
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[binding] as (payload: string) => void;
  const tell = (told: Told): void => post(JSON.stringify(told));
  const dispatch = (event: string, detail: unknown): void =>
    void document.dispatchEvent(new CustomEvent(`${name}:${event}`, { detail }));

  const functions: ((...args: unknown[]) => unknown)[] = [];
  const exposed: { key: string; value: Token }[] = [];
  const pack = (value: unknown): Token => {
    if (typeof value === 'function') return { call: functions.push(value as () => unknown) - 1 };
    if (Array.isArray(value)) return { list: value.map(pack) };
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return { object: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
    }
    return { plain: value };
  };
  const unpack = ({ call, plain }: Token): unknown =>
    call === undefined
      ? plain
      : (...args: unknown[]) => dispatch('callback', { id: call, args: args.map((plain) => ({ plain })) });
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  document.addEventListener(`${name}:page`, (event) => {
    const { kind, id, call, args } = (event as CustomEvent<FromPage>).detail;
    if (kind === 'ready') return exposed.forEach((each) => dispatch('expose', each));
    try {
      const result = functions[id]?.(...args.map(unpack));
      if (!(result instanceof Promise)) return dispatch('answer', pack(result));
      dispatch('answer', { promise: true });
      result.then(
        (value) => dispatch('settled', { call, value: pack(value) }),
        (error: unknown) => dispatch('settled', { call, failed: messageOf(error) }),
      );
    } catch (error) {
      dispatch('answer', { failed: messageOf(error) });
    }
  });

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (exposed.some((each) => each.key === key))
        throw new Error('Cannot bind an API on top of an existing property');
      const value = pack(api);
      exposed.push({ key, value });
      dispatch('expose', { key, value });
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>;

  type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const self = (): IpcRenderer => ipcRenderer as unknown as IpcRenderer;
  const off = (channel: string, listener: Listener): IpcRenderer => {
    listeners.get(channel)?.delete(listener);
    return self();
  };
  const ipcRenderer: Pick<IpcRenderer, 'invoke' | 'send' | 'on' | 'off' | 'removeListener'> = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const sent = encode(structuredClone(args));
        last += 1;
        waiting.set(last, { resolve, reject });
        tell({ kind: 'invoke', id: last, channel, args: sent, url: location.href });
      }),
    send: (channel: string, ...args: unknown[]) =>
      tell({ kind: 'send', channel, args: encode(structuredClone(args)), url: location.href }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return self();
    },
    off,
    removeListener: off,
  };

  const paths = new Map<string, string>();
  const keyOf = ({ name: file, size, lastModified }: File): string => `${file}|${size}|${lastModified}`;
  const webUtils = {
    getPathForFile: (file: File) => {
      if (!(file instanceof File)) throw new TypeError('Error processing argument');
      return paths.get(keyOf(file)) ?? '';
    },
  } satisfies Pick<WebUtils, 'getPathForFile'>;

  /** What the stand-in calls from outside. */
  scope[`${binding}_deliver`] = {
    settle: (id: number, failed: string | null, value: unknown) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (failed === null) call?.resolve(decode(value));
      else call?.reject(new Error(failed));
    },
    send: (channel: string, args: unknown) => {
      const event = { sender: self() } as IpcRendererEvent;
      for (const listener of [...(listeners.get(channel) ?? [])]) listener(event, ...(decode(args) as unknown[]));
    },
    /** The file that is about to be dropped, as the system would know it. */
    willDrop: (key: string, path: string) => paths.set(key, path),
  };

  const watchTitle = (): void => {
    let title = '';
    const report = (): void => {
      if (document.title === title) return;
      title = document.title;
      tell({ kind: 'title', title });
    };
    new MutationObserver(report).observe(document.head, { subtree: true, childList: true, characterData: true });
    report();
  };
  document.addEventListener('DOMContentLoaded', watchTitle);

  const require = (wanted: string): unknown => {
    if (wanted === 'electron' || wanted === 'electron/renderer') return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${wanted}`);
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, {
      platform,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      versions: {},
    });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
