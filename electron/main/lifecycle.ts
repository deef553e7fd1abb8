import type { App } from 'electron';
import type { CloseGuard } from './closeGuard.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly windows: Windows;
  readonly closeGuard: CloseGuard;
  readonly platform: NodeJS.Platform;
  readonly fault: (error: unknown) => void;
}

/** The program ends when its last window is closed, except on macOS, and never with work that nobody was asked about. */
export function guardLifecycle({ app, windows, closeGuard, platform, fault }: Options): void {
  let asking = false;

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
