import {
  canPickFiles,
  download,
  mayUse,
  pickFile,
  pickTarget,
  pickWithInput,
  readDesign,
  readText,
  writeFile,
} from './browser/files.ts';
import { markOpen, openDocuments } from './browser/openElsewhere.ts';
import { forgetRecentFile, recentFile, recentFiles, rememberFile } from './browser/recent.ts';
import { Table } from './browser/store.ts';
import { now, today } from './clock.ts';
import { HostError, type Example, type Host, type OpenedFile, type SaveResult, type Snapshot } from './host.ts';

const DESIGN_TYPE = 'application/json';

/**
 * The host in a browser: the File System Access API where there is one, else downloads and a file input;
 * recent files and recovery copies in IndexedDB.
 */
export function browserHost(): Host {
  const handles = new Map<string, FileSystemFileHandle>();
  const snapshots = new Table<Snapshot>('recovery');

  async function opened(handle: FileSystemFileHandle): Promise<OpenedFile> {
    const { text, picture } = await readDesign(await fileOf(handle, 'Open it from where it lies now.'));
    const known = await remember(handle);
    return picture ? { name: handle.name, text, picture } : { name: handle.name, text, handle: known };
  }

  async function openedText(file: File): Promise<OpenedFile> {
    const { text, picture } = await readDesign(file);
    await rememberFile(file.name, now(), { text });
    return { name: file.name, text, picture };
  }

  async function remember(handle: FileSystemFileHandle): Promise<{ id: string; name: string }> {
    const id = await rememberFile(handle.name, now(), { handle });
    handles.set(id, handle);
    return { id, name: handle.name };
  }

  async function saveAs(suggestedName: string, text: string): Promise<SaveResult> {
    if (!canPickFiles()) {
      download(suggestedName, DESIGN_TYPE, text);
      await rememberFile(suggestedName, now(), { text });
      return { outcome: 'saved', name: suggestedName };
    }
    const handle = await pickTarget(suggestedName);
    if (!handle) return { outcome: 'cancelled' };
    await writeFile(handle, text);
    return { outcome: 'saved', handle: await remember(handle), name: handle.name };
  }

  return {
    open: async () => {
      if (canPickFiles()) {
        const handle = await pickFile();
        return handle && opened(handle);
      }
      const file = await pickWithInput();
      return file && openedText(file);
    },

    openRecent: async (id) => {
      const kept = await recentFile(id);
      if (kept?.handle && (await mayUse(kept.handle, 'read'))) return opened(kept.handle);
      if (kept?.text !== undefined) return { name: kept.name, text: kept.text };
      throw new HostError('This file is no longer known here. Open it from its folder.');
    },

    dropped: (transfer) => {
      const item = [...transfer.items].find(({ kind }) => kind === 'file');
      const file = item?.getAsFile();
      if (!item || !file) return undefined;
      if (item.webkitGetAsEntry()?.isDirectory) return () => Promise.reject(isFolder(file.name));
      const handle = handleOf(item);
      return async () => {
        const kept = await handle;
        return kept ? opened(kept) : openedText(file);
      };
    },

    openExample: async ({ file }) => ({ name: file, text: await fetchText(`examples/${encodeURIComponent(file)}`) }),

    takeOffered: async () => {
      const response = await fetchAnswer('design');
      if (response.status !== 200 || !response.headers.get('content-type')?.includes('json')) return undefined;
      const name = response.headers.get('x-dagwright-name');
      return { name: name ? decodeURIComponent(name) : 'design.dagwright.json', text: await response.text() };
    },

    save: async ({ id, name }, text, known) => {
      const handle = handles.get(id);
      if (!handle) return saveAs(name, text);
      if (!(await mayUse(handle, 'readwrite'))) return { outcome: 'cancelled' };
      const theirs = await readText(await fileOf(handle, 'Save it elsewhere to keep your work.'));
      if (theirs !== known) return { outcome: 'conflict', theirs };
      await writeFile(handle, text);
      return { outcome: 'saved', handle: await remember(handle), name: handle.name };
    },

    saveAs,

    exportFile: async (suggestedName, mediaType, content) => {
      if (!canPickFiles()) {
        download(suggestedName, mediaType, content);
        return true;
      }
      const handle = await pickTarget(suggestedName, mediaType);
      if (handle) await writeFile(handle, content);
      return handle !== undefined;
    },

    copyPicture: async (picture) => {
      const type = typeof picture === 'string' ? 'text/plain' : 'image/png';
      const blob = new Blob([typeof picture === 'string' ? picture : new Uint8Array(picture)], { type });
      try {
        await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
      } catch (error) {
        throw new HostError('The clipboard is closed to this page. Export the picture to a file.', { cause: error });
      }
    },

    recent: recentFiles,
    forgetRecent: forgetRecentFile,
    examples: async () => JSON.parse(await fetchText('examples/index.json')) as Example[],

    keepSnapshot: async (snapshot) => {
      markOpen(snapshot.id);
      await snapshots.put(snapshot.id, snapshot).catch((error: unknown) => {
        throw new HostError('The browser refuses storage.', { cause: error });
      });
    },
    snapshots: async () => {
      const open = await openDocuments();
      return (await snapshots.all()).filter(({ id }) => !open.has(id));
    },
    dropSnapshot: (id) => snapshots.remove(id),

    reportDocument: (shown) => {
      document.title = shown ? `${shown.edited ? '• ' : ''}${shown.name} – Dagwright` : 'Dagwright';
    },

    now,
    today,
  };
}

async function fileOf(handle: FileSystemFileHandle, remedy: string): Promise<File> {
  try {
    return await handle.getFile();
  } catch (error) {
    throw new HostError(`${handle.name} is not there any more; it was moved or deleted. ${remedy}`, { cause: error });
  }
}

/** The handle of a dropped file, where the browser gives one. */
async function handleOf(item: GivesHandle): Promise<FileSystemFileHandle | undefined> {
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
}

const isFolder = (name: string): HostError =>
  new HostError(`${name} is a folder. Drop one design file, a .dagwright.json.`);

interface GivesHandle {
  readonly kind: string;
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetchAnswer(address);
  if (!response.ok) throw new HostError(`${address} is not there (${response.status}). Run the build again.`);
  return response.text();
}

async function fetchAnswer(address: string): Promise<Response> {
  try {
    return await fetch(address);
  } catch (error) {
    throw new HostError('The program that serves this page has stopped. Start it again.', { cause: error });
  }
}
