import type { CloseGuard } from './closeGuard.ts';
import type { DesignWindow } from './designWindow.ts';
import type { Log } from './log.ts';
import type { Questions } from './questions.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly windows: Windows;
  readonly questions: Pick<Questions, 'afterCrash' | 'closeUnresponsive'>;
  readonly closeGuard: Pick<CloseGuard, 'stopWaiting'>;
  readonly log: Pick<Log, 'note' | 'fault'>;
}

/** Notices pages that crash or hang, and lets the user load them again, wait, or close the window. */
export function watchPages({ windows, questions, closeGuard, log }: Options): void {
  async function crashed(window: DesignWindow): Promise<void> {
    const wanted = await questions.afterCrash(window);
    if (window.browserWindow.isDestroyed()) return;
    if (wanted === 'reload') window.browserWindow.webContents.reload();
    else window.destroy();
  }

  async function hangs(window: DesignWindow, signal: AbortSignal): Promise<void> {
    if ((await questions.closeUnresponsive(window, signal)) && !signal.aborted) window.destroy();
  }

  windows.on('opened', (window) => {
    const contents = window.browserWindow.webContents;
    let hanging: AbortController | undefined;
    const recovered = (): void => {
      hanging?.abort();
      hanging = undefined;
    };
    contents.on('render-process-gone', (_event, { reason }) => {
      recovered();
      if (reason === 'clean-exit') return;
      log.note(`A page has crashed (${reason}).`);
      window.health = 'gone';
      closeGuard.stopWaiting(window);
      crashed(window).catch(log.fault);
    });
    contents.on('unresponsive', () => {
      if (hanging) return;
      log.note('A page does not respond.');
      window.health = 'unresponsive';
      hanging = new AbortController();
      hangs(window, hanging.signal).catch(log.fault);
    });
    contents.on('responsive', () => {
      if (window.health === 'unresponsive') window.health = 'well';
      recovered();
    });
  });
}
