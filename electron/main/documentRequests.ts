import { basename } from 'node:path';
import type { OpenedFile } from '../../renderer/host/host.ts';
import type { DesignWindow } from './designWindow.ts';
import type { FileDialogs } from './fileDialogs.ts';
import type { DesignFiles } from './files/designFiles.ts';
import type { RecentFiles } from './files/recentFiles.ts';
import type { Handles } from './handles.ts';
import type { Answer } from './ipcGuard.ts';
import type { OpenFiles } from './openFiles.ts';
import { ShellError } from './shellError.ts';

interface Parts {
  readonly files: DesignFiles;
  readonly recent: RecentFiles;
  readonly handles: Handles;
  readonly dialogs: FileDialogs;
  readonly openFiles: OpenFiles;
  /** Whether a path names a regular file. @throws where that cannot be told, as for what is not there */
  readonly isRegularFile: (path: string) => Promise<boolean>;
  /** Told of every file that is opened or saved. */
  readonly used: (path: string) => void;
}

/** Opening and saving. A path comes from a dialog, the recent files or the system; the page only ever holds a handle. */
export function documentRequests(answer: Answer, parts: Parts): void {
  const { files, recent, handles, dialogs, openFiles, isRegularFile, used } = parts;

  /** Reads a file for a window; null where another window has it open, which then comes to the front. */
  async function open(path: string, window: DesignWindow): Promise<OpenedFile | null> {
    const other = await openFiles.windowShowing(path);
    if (other && other !== window) {
      other.focus();
      return null;
    }
    window.opening = path;
    try {
      const { name, text, picture } = await files.read(path);
      await remember(path);
      if (picture) {
        // Nothing is saved into a picture: the page shows a new document and holds no handle.
        window.opening = undefined;
        return { name, text, picture };
      }
      return { name, text, handle: handles.issue(window.id, path) };
    } catch (error) {
      window.opening = undefined;
      throw error;
    }
  }

  async function remember(path: string): Promise<void> {
    await recent.remember(path);
    used(path);
  }

  function pathOf(handle: string, window: DesignWindow): string {
    const path = handles.pathOf(window.id, handle);
    if (path === undefined) throw new ShellError('This window does not know the file any more. Save under a new name.');
    return path;
  }

  answer('openDocument', async (_, window) => {
    const path = await dialogs.open(window);
    return path === undefined ? null : open(path, window);
  });

  answer('openRecent', async ({ id }, window) => {
    const path = await recent.pathOf(id);
    if (path === undefined) throw new ShellError('This file is no longer in the list. Open it from its folder.');
    return open(path, window);
  });

  answer('openDropped', async ({ path }, window) => {
    const isFile = await isRegularFile(path).catch(() => false);
    if (!isFile) throw new ShellError(`${basename(path)} is no file. Drop a design file.`);
    return open(path, window);
  });

  answer('takeOffered', async (_, window) => {
    const path = window.offered;
    window.offered = undefined;
    return path === undefined ? null : open(path, window);
  });

  answer('openPrevious', async ({ handle }, window) => (await files.previous(pathOf(handle, window))) ?? null);

  answer('saveDocument', async ({ handle, text, known }, window) => {
    const path = pathOf(handle, window);
    const saved = await files.save(path, text, known);
    if (saved.outcome === 'conflict') return saved;
    await remember(path);
    return { outcome: 'saved', handle: handles.issue(window.id, path), name: basename(path) };
  });

  answer('saveDocumentAs', async ({ suggestedName, text }, window) => {
    const path = await dialogs.saveDesign(window, suggestedName);
    if (path === undefined) return { outcome: 'cancelled' };
    const other = await openFiles.windowShowing(path);
    if (other && other !== window) {
      throw new ShellError(
        `${basename(path)} is open in another window. Save under another name, or close that window.`,
      );
    }
    await files.write(path, text);
    await remember(path);
    return { outcome: 'saved', handle: handles.issue(window.id, path), name: basename(path) };
  });

  answer('exportFile', async ({ suggestedName, text, encoding }, window) => {
    const path = await dialogs.exportTo(window, suggestedName);
    if (path === undefined) return false;
    await files.write(path, encoding === 'base64' ? Buffer.from(text, 'base64') : text);
    return true;
  });
}
