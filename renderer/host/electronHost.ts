import { toBase64 } from '../../planner/diagram/pictures/base64.ts';
import type { Bridge, Envelope } from './bridge.ts';
import { now, today } from './clock.ts';
import { HostError, type Desktop, type Host, type OpenedFile } from './host.ts';

declare global {
  interface Window {
    /** There in the desktop program only. */
    readonly dagwright?: Bridge;
  }
}

/** Longest texts that the shell takes; more of a fault than this tells nothing. */
const LONGEST = { fileName: 255, summary: 2000, label: 500, faultMessage: 10_000, faultStack: 50_000 } as const;

/** The host in the desktop program: every verb is a request to the shell. */
export function electronHost(bridge: Bridge): Host {
  return {
    open: () => file(bridge.openDocument({})),
    openRecent: (id) => file(bridge.openRecent({ id })),
    dropped: (transfer) => {
      const [first] = transfer.files;
      return first && (() => file(bridge.openDropped(first)));
    },
    openExample: ({ file: name }) => answer(bridge.openExample({ file: name })),
    takeOffered: () => file(bridge.takeOffered({})),

    save: async ({ id }, text, known) => answer(bridge.saveDocument({ handle: id, text, known: await sha256(known) })),
    saveAs: (suggestedName, text) => answer(bridge.saveDocumentAs({ suggestedName: fileName(suggestedName), text })),
    exportFile: (suggestedName, mediaType, content) => {
      const message = { suggestedName: fileName(suggestedName), mediaType };
      return answer(
        typeof content === 'string'
          ? bridge.exportFile({ ...message, text: content })
          : bridge.exportFile({ ...message, text: toBase64(content), encoding: 'base64' }),
      );
    },

    copyPicture: (picture) =>
      done(
        bridge.copyPicture(
          typeof picture === 'string' ? { kind: 'svg', text: picture } : { kind: 'png', text: toBase64(picture) },
        ),
      ),

    recent: () => answer(bridge.listRecent({})),
    forgetRecent: (id) => done(bridge.forgetRecent({ id })),
    examples: () => answer(bridge.listExamples({})),

    keepSnapshot: ({ id, name, keptAt, summary, text }) =>
      done(bridge.keepSnapshot({ id, name: fileName(name), keptAt, summary: cut(summary, LONGEST.summary), text })),
    snapshots: () => answer(bridge.listSnapshots({})),
    dropSnapshot: (id) => done(bridge.dropSnapshot({ id })),

    reportDocument: (shown) => {
      const message = shown
        ? {
            name: fileName(shown.name),
            edited: shown.edited,
            ...(shown.handle && { handle: shown.handle.id }),
          }
        : { edited: false };
      void done(bridge.reportDocument(message));
    },

    now,
    today,
    desktop: desktop(bridge),
  };
}

function desktop(bridge: Bridge): Desktop {
  return {
    newWindow: () => done(bridge.newWindow({})),
    openPrevious: ({ id }) => file(bridge.openPrevious({ handle: id })),
    showAbout: () => done(bridge.showAbout({})),
    openLogFolder: () => done(bridge.openLogFolder({})),
    openLink: (link) => done(bridge.openLink({ link })),
    setTheme: (choice) => done(bridge.setTheme({ choice })),
    reportActions: (actions) =>
      done(
        bridge.reportActions({
          actions: actions.map((action) => ({ ...action, label: cut(action.label, LONGEST.label) })),
        }),
      ),
    answerSaved: (saved) => done(bridge.answerSaved({ saved })),
    logFault: ({ message, stack }) =>
      done(
        bridge.logFault({
          message: cut(message, LONGEST.faultMessage),
          ...(stack !== undefined && { stack: cut(stack, LONGEST.faultStack) }),
        }),
      ),
    on: bridge.on,
  };
}

/** What the shell answered. @throws HostError with what the shell says went wrong */
async function answer<T>(asked: Promise<Envelope<T>>): Promise<T> {
  const envelope = await asked.catch((error: unknown) => {
    throw new HostError('Dagwright did not answer. Try again; your work is kept.', { cause: error });
  });
  if (!envelope.ok) throw new HostError(envelope.message);
  return envelope.value;
}

const file = async (asked: Promise<Envelope<OpenedFile | null>>): Promise<OpenedFile | undefined> =>
  (await answer(asked)) ?? undefined;

const done = async (asked: Promise<Envelope<null>>): Promise<void> => {
  await answer(asked);
};

/** A name that every system takes as one: other systems' files can be called what ours cannot. */
function fileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  return cut(name.replace(/[/\\\u0000-\u001f]/g, '_'), LONGEST.fileName);
}

/** The beginning of a text, in whole characters. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('');
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
