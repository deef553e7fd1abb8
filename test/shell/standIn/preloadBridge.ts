import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { toShell } from './addresses.ts';
import { emitPlain } from './events.ts';
import type { ContentsPart, Machine, Sender } from './machine.ts';
import { mainWorld } from './page/mainWorld.ts';
import { preloadWorld, type PreloadWorldOptions, type Told } from './page/preloadWorld.ts';
import { decode, encode } from './page/wire.ts';

const WORLD = 'preload';

/** Runs the built preload script in an isolated world of the page, and carries its messages. */
export class PreloadBridge {
  readonly #cdp: CDPSession;
  readonly #machine: Machine;
  readonly #contents: ContentsPart;
  readonly #binding: string;
  /** The preload world of the document that the window shows now. */
  #context: number | undefined;

  private constructor(machine: Machine, contents: ContentsPart, cdp: CDPSession, binding: string) {
    this.#machine = machine;
    this.#contents = contents;
    this.#cdp = cdp;
    this.#binding = binding;
  }

  static async attach(
    machine: Machine,
    contents: ContentsPart,
    page: Page,
    preload: string | undefined,
  ): Promise<PreloadBridge> {
    const cdp = await page.context().newCDPSession(page);
    const name = `s${randomUUID()}`;
    const binding = `b${randomUUID().replaceAll('-', '')}`;
    const bridge = new PreloadBridge(machine, contents, cdp, binding);
    await bridge.#listen(page);
    if (preload === undefined) return bridge;
    const script = await readFile(preload, 'utf8');
    const source = preloadSource({ name, binding, platform: machine.platform }, script);
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${mainWorld.toString()})(${JSON.stringify(name)})`,
    });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source });
    return bridge;
  }

  async #listen(page: Page): Promise<void> {
    const frameId = await this.#mainFrameId();
    this.#cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === frameId && !this.#isGone) this.#contents.navigated(frame.url);
    });
    this.#cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId: of } = context.auxData as { frameId: string };
      if (context.name === WORLD && of === frameId) this.#context = context.id;
    });
    this.#cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#context = undefined;
    });
    this.#cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#binding) this.#hear(JSON.parse(payload) as Told, executionContextId);
    });
    await this.#cdp.send('Runtime.enable');
    page.on('close', () => (this.#context = undefined));
  }

  /** Neither a program that has ended nor a window that is closed hears anything. */
  get #isGone(): boolean {
    return this.#machine.app.isGone || this.#contents.isDestroyed();
  }

  async #mainFrameId(): Promise<string> {
    await this.#cdp.send('Page.enable');
    const { frameTree } = await this.#cdp.send('Page.getFrameTree');
    return frameTree.frame.id;
  }

  #hear(told: Told, context: number): void {
    const { ipcMain, notes } = this.#machine;
    if (this.#isGone) return;
    const sender = this.#contents;
    switch (told.kind) {
      case 'title':
        return sender.setTitle(told.title);
      case 'failed':
        notes.faults.push(`preload: ${told.message}`);
        return emitPlain(sender, 'preload-error', {}, 'preload', new Error(told.message));
      case 'send':
        return ipcMain.send(this.#senderAt(told.url), told.channel, decode(told.args) as unknown[]);
      case 'invoke':
        ipcMain.invoke(this.#senderAt(told.url), told.channel, decode(told.args) as unknown[]).then(
          (value) => this.#call(context, 'settle', told.id, null, encode(value)),
          (error: Error) => this.#call(context, 'settle', told.id, error.message, null),
        );
    }
  }

  /** The sender's frame, which may have left the address that its last navigation went to (fragments, history). */
  #senderAt(url: string): Sender {
    const { mainFrame } = this.#contents;
    mainFrame.url = toShell(url);
    return { sender: this.#contents, senderFrame: mainFrame };
  }

  send(channel: string, args: readonly unknown[]): void {
    if (this.#context !== undefined) this.#call(this.#context, 'send', channel, encode(structuredClone(args)));
  }

  async willDrop(key: string, path: string): Promise<void> {
    if (this.#context !== undefined) await this.#evaluate(this.#context, 'willDrop', [key, path]);
  }

  /** Counts as an act of the user, as closing a window does. */
  async activate(): Promise<void> {
    await this.#cdp.send('Runtime.evaluate', { expression: '0', userGesture: true });
  }

  #call(context: number, name: string, ...args: unknown[]): void {
    // The document may have gone since it asked.
    this.#evaluate(context, name, args).catch(() => undefined);
  }

  async #evaluate(contextId: number, name: string, args: readonly unknown[]): Promise<void> {
    const list = args.map((arg) => JSON.stringify(arg)).join(', ');
    const expression = `globalThis[${JSON.stringify(`${this.#binding}_deliver`)}].${name}(${list})`;
    await this.#cdp.send('Runtime.evaluate', { expression, contextId });
  }
}

function preloadSource(options: PreloadWorldOptions, script: string): string {
  const codec = `{ encode: ${encode.toString()}, decode: ${decode.toString()} }`;
  const wrapped = `function (require, module, exports, process) {\n${script}\n}`;
  return `(${preloadWorld.toString()})(${JSON.stringify(options)}, ${codec}, ${wrapped});`;
}
