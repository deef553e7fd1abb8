import { dirname, extname, join } from 'node:path';
import type { Dialog, FileFilter } from 'electron';
import type { DesignWindow } from './designWindow.ts';

const designs: FileFilter = { name: 'Dagwright designs', extensions: ['json', 'dagwright'] };
const pictures: FileFilter = { name: 'Pictures that carry a design', extensions: ['svg', 'png'] };
const anything: FileFilter = { name: 'All files', extensions: ['*'] };

/** The system's dialogs that ask for a file; every answer is a path, or undefined when the user cancels. */
export interface FileDialogs {
  readonly open: (window: DesignWindow) => Promise<string | undefined>;
  readonly saveDesign: (window: DesignWindow, suggestedName: string) => Promise<string | undefined>;
  readonly exportTo: (window: DesignWindow, suggestedName: string) => Promise<string | undefined>;
}

export function fileDialogs(dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>): FileDialogs {
  async function save(window: DesignWindow, suggestedName: string, filters: FileFilter[]): Promise<string | undefined> {
    const { path } = window.shown ?? {};
    const defaultPath = path === undefined ? suggestedName : join(dirname(path), suggestedName);
    const { canceled, filePath } = await dialog.showSaveDialog(window.browserWindow, { defaultPath, filters });
    return canceled || filePath === '' ? undefined : filePath;
  }

  return {
    open: async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window.browserWindow, {
        properties: ['openFile'],
        filters: [designs, pictures, anything],
      });
      return canceled ? undefined : filePaths[0];
    },
    saveDesign: (window, suggestedName) => save(window, suggestedName, [designs, anything]),
    exportTo: (window, suggestedName) => save(window, suggestedName, [formatOf(suggestedName), anything]),
  };
}

function formatOf(name: string): FileFilter {
  const extension = extname(name).slice(1);
  return extension === '' ? anything : { name: extension.toUpperCase(), extensions: [extension] };
}
