import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { channelOf, type Answers, type Envelope, type Message, type RequestName } from '../../renderer/host/bridge.ts';
import { validateMessages } from '../../schemas/generated/validators.js';
import type { DesignWindow } from './designWindow.ts';
import { excessOf } from './messageLimits.ts';
import { isOurs } from './origin.ts';
import { ShellError } from './shellError.ts';

interface Options {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly windowOf: (contents: WebContents) => DesignWindow | undefined;
  readonly log: { readonly note: (message: string) => void; readonly fault: (error: unknown) => void };
  readonly logFolder: string;
}

type Handler<R extends RequestName> = (message: Message<R>, window: DesignWindow) => Answers[R] | Promise<Answers[R]>;

/** Registers the handler of one request behind every check. */
export type Answer = <R extends RequestName>(request: R, handler: Handler<R>) => void;

/**
 * The only door to the page: a request is heard from the top frame of one of our windows that shows our origin, when its message
 * is of bearable size and as the schema says. Anything else is refused with an error and noted in the log.
 */
export function ipcGuard({ ipcMain, windowOf, log, logFolder }: Options): Answer {
  function check(request: RequestName, event: IpcMainInvokeEvent, messages: readonly unknown[]): DesignWindow {
    const window = windowOf(event.sender);
    const objection = window
      ? (senderObjection(event) ?? messageObjection(request, messages))
      : 'it is no window of ours';
    if (window && objection === undefined) return window;
    const refusal = new Error(`The request ${request} is refused: ${objection}.`);
    log.note(refusal.message);
    throw refusal;
  }

  async function enveloped<T>(request: RequestName, answer: () => T | Promise<T>): Promise<Envelope<T>> {
    try {
      return { ok: true, value: await answer() };
    } catch (error) {
      if (error instanceof ShellError) return { ok: false, message: error.message };
      log.fault(new Error(`The request ${request} failed.`, { cause: error }));
      return {
        ok: false,
        message: `Dagwright could not do this, because of a mistake of its own. ${logFolder} tells more.`,
      };
    }
  }

  return (request, handler) => {
    ipcMain.handle(channelOf(request), async (event, ...messages: unknown[]) => {
      const window = check(request, event, messages);
      return enveloped(request, () => handler(messages[0] as Message<typeof request>, window));
    });
  };
}

function senderObjection({ senderFrame }: IpcMainInvokeEvent): string | undefined {
  if (senderFrame === null) return 'its frame is gone';
  if (senderFrame.parent !== null) return 'it comes from a frame within a page';
  return isOurs(senderFrame.url) ? undefined : 'it comes from another origin';
}

function messageObjection(request: RequestName, messages: readonly unknown[]): string | undefined {
  if (messages.length !== 1 || messages[0] === undefined) return 'it is not one message';
  const excess = excessOf(messages[0]);
  if (excess !== undefined) return excess;
  if (validateMessages({ [request]: messages[0] })) return undefined;
  const [violation] = validateMessages.errors ?? [];
  return `${violation?.instancePath ?? ''} ${violation?.message ?? 'is not as its schema says'}`;
}
