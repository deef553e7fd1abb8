import type { Dialog, MessageBoxOptions } from 'electron';
import type { DesignWindow } from './designWindow.ts';

/** What the shell asks the user about a window, in the system's own message boxes. */
export interface Questions {
  readonly saveBeforeClosing: (window: DesignWindow) => Promise<'save' | 'discard' | 'cancel'>;
  /** Whether to close a window whose page does not answer. It takes itself back when the signal says so. */
  readonly closeUnresponsive: (window: DesignWindow, signal?: AbortSignal) => Promise<boolean>;
  readonly afterCrash: (window: DesignWindow) => Promise<'reload' | 'close'>;
  /** Whether to leave a page with unsaved work, as a reload does. It must be answered at once. */
  readonly leavePage: (window: DesignWindow) => boolean;
}

export function questions(dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>): Questions {
  /** Answers with the number of the button; closing the box is the last one. */
  async function ask(window: DesignWindow, options: MessageBoxOptions & { buttons: string[] }): Promise<number> {
    const { response } = await dialog.showMessageBox(window.browserWindow, {
      type: 'warning',
      title: 'Dagwright',
      defaultId: 0,
      cancelId: options.buttons.length - 1,
      noLink: true,
      ...options,
    });
    return response;
  }

  return {
    saveBeforeClosing: async (window) => {
      const response = await ask(window, {
        message: `Save the changes to ${window.shown?.name ?? 'this design'}?`,
        detail: 'They are lost if you don’t save them.',
        buttons: ['Save', 'Don’t save', 'Cancel'],
      });
      return (['save', 'discard'] as const)[response] ?? 'cancel';
    },

    closeUnresponsive: async (window, signal) => {
      const response = await ask(window, {
        message: 'This window does not respond.',
        detail: window.isEdited
          ? 'You can wait, or close it. Unsaved changes are offered for recovery at the next start.'
          : 'You can wait, or close it.',
        buttons: ['Close the window', 'Wait'],
        defaultId: 1,
        ...(signal && { signal }),
      });
      return response === 0;
    },

    afterCrash: async (window) => {
      const response = await ask(window, {
        type: 'error',
        message: 'This window has stopped working.',
        detail: 'Load it again: unsaved changes that were kept are then offered for recovery.',
        buttons: ['Load again', 'Close the window'],
      });
      return response === 0 ? 'reload' : 'close';
    },

    leavePage: (window) =>
      dialog.showMessageBoxSync(window.browserWindow, {
        type: 'warning',
        title: 'Dagwright',
        message: 'This design has unsaved changes.',
        detail: 'If you leave, only what was kept for recovery can be brought back.',
        buttons: ['Leave', 'Stay'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }) === 0,
  };
}
