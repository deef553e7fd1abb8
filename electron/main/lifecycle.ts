import type { App } from 'electron';
import type { CloseGuard } from './closeGuard.ts';
import type { Windows } from './windows.ts';

/** A disk that answers this late is not waited for any more. */
const LONGEST_WRITING_MS = 3000;

interface Options {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly windows: Windows;
  readonly closeGuard: CloseGuard;
  /** Resolves when what closing has left to write is on the disk. */
  readonly written: () => Promise<unknown>;
  readonly platform: NodeJS.Platform;
  readonly fault: (error: unknown) => void;
}

/** The program ends when its last window is closed, except on macOS, and never with work that nobody was asked about. */
export function guardLifecycle({ app, windows, closeGuard, written, platform, fault }: Options): void {
  let asking = false;
  let writing: 'not yet' | 'now' | 'done' = 'not yet';

  app.on('before-quit', (event) => {
    if (!closeGuard.hasQuestions) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    closeGuard
      .closeAll()
      .then((closed) => closed && app.quit())
      .catch(fault)
      .finally(() => (asking = false));
  });

  // The process ends with the program, whatever it was about to write.
  app.on('will-quit', (event) => {
    if (writing === 'done') return;
    event.preventDefault();
    if (writing === 'now') return;
    writing = 'now';
    Promise.race([written(), new Promise((resolve) => setTimeout(resolve, LONGEST_WRITING_MS))])
      .catch(fault)
      .finally(() => {
        writing = 'done';
        app.quit();
      });
  });

  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });

  windows.on('opened', ({ browserWindow }) => {
    // Windows asks before it ends the session, and then ends it whatever the answer.
    browserWindow.on('query-session-end', (event) => {
      if (!closeGuard.hasQuestions) return;
      event.preventDefault();
      app.quit();
    });
    browserWindow.on('session-end', () => closeGuard.endSession());
  });
}
