import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Sender } from './machine.ts';

type Handler = Parameters<IpcMain['handle']>[1];

/** The main process's end of the messages. */
export class StandInIpcMain extends EventEmitter implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>();

  /** The channels that answer. */
  get channels(): readonly string[] {
    return [...this.#handlers.keys(), ...this.eventNames().map(String)];
  }

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]): unknown => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Delivers a message and answers as `ipcRenderer.invoke` does. */
  async invoke(sender: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const result: unknown = await handler(eventOf(sender), ...(structuredClone(args) as unknown[]));
      return structuredClone(result);
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }

  send(sender: Sender, channel: string, args: readonly unknown[]): void {
    this.emit(channel, eventOf(sender), ...(structuredClone(args) as unknown[]));
  }
}

function eventOf({ sender, senderFrame }: Sender): IpcMainInvokeEvent {
  const event = { type: 'frame', processId: 1, frameId: senderFrame?.routingId ?? 0, sender, senderFrame };
  return { ...event, preventDefault: () => undefined, defaultPrevented: false } as unknown as IpcMainInvokeEvent;
}
