import type { DesignWindow } from './designWindow.ts';
import type { Windows } from './windows.ts';

/** Keeps each window's title to its document. macOS has a dirty mark and a document icon of its own. */
export function keepTitles(windows: Windows, platform: NodeJS.Platform): void {
  windows.on('opened', ({ browserWindow }) => {
    browserWindow.on('page-title-updated', (event) => event.preventDefault());
  });
  windows.on('changed', ({ browserWindow, shown }) => {
    browserWindow.setTitle(titleOf(shown));
    if (platform !== 'darwin') return;
    browserWindow.setDocumentEdited(shown?.edited ?? false);
    browserWindow.setRepresentedFilename(shown?.path ?? '');
  });
}

/** The title of a window that shows a document, or none. */
export function titleOf(shown: DesignWindow['shown']): string {
  return shown ? `${shown.edited ? '• ' : ''}${shown.name} – Dagwright` : 'Dagwright';
}
