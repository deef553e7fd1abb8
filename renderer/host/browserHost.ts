import {
  canPickFiles,
  download,
  mayUse,
  pickFile,
  pickTarget,
  pickWithInput,
  readText,
  writeText,
} from './browser/files.ts';
import { markOpen, openDocuments } from './browser/openElsewhere.ts';
import { forgetRecentFile, recentFile, recentFiles, rememberFile } from './browser/recent.ts';
import { Table } from './browser/store.ts';
import { HostError, type Example, type Host, type OpenedFile, type SaveResult, type Snapshot } from './host.ts';

const DESIGN_TYPE = 'application/json';

/**
 * The host in a browser: the File System Access API where there is one, else downloads and a file input;
 * recent files and recovery copies in IndexedDB.
 */
export function browserHost(): Host {
  const handles = new Map<string, FileSystemFileHandle>();
  const snapshots = new Table<Snapshot>('recovery');
  const now = (): string => new Date().toISOString();

  async function opened(handle: FileSystemFileHandle): Promise<OpenedFile> {
    const text = await readText(await fileOf(handle));
    return { name: handle.name, text, handle: await remember(handle) };
  }

  async function openedText(file: File): Promise<OpenedFile> {
    const text = await readText(file);
    await rememberFile(file.name, now(), { text });
    return { name: file.name, text };
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
    await writeText(handle, text);
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

    openDropped: async (transfer) => {
      const item = [...transfer.items].find(({ kind }) => kind === 'file');
      const file = item?.getAsFile() ?? undefined;
      const handle = await handleOf(item);
      if (handle) return opened(handle);
      return file && openedText(file);
    },

    openExample: async ({ file }) => ({ name: file, text: await fetchText(`examples/${encodeURIComponent(file)}`) }),

    openServed: async () => {
      const response = await fetch('design');
      if (response.status !== 200 || !response.headers.get('content-type')?.includes('json')) return undefined;
      const name = response.headers.get('x-dagwright-name');
      return { name: name ? decodeURIComponent(name) : 'design.dagwright.json', text: await response.text() };
    },

    save: async ({ id, name }, text, known, force = false) => {
      const handle = handles.get(id);
      if (!handle) return saveAs(name, text);
      if (!(await mayUse(handle, 'readwrite'))) return { outcome: 'cancelled' };
      const theirs = force ? known : await readText(await fileOf(handle));
      if (theirs !== known) return { outcome: 'conflict', theirs };
      await writeText(handle, text);
      return { outcome: 'saved', handle: await remember(handle), name: handle.name };
    },

    saveAs,

    exportText: async (suggestedName, mediaType, text) => {
      if (!canPickFiles()) {
        download(suggestedName, mediaType, text);
        return true;
      }
      const handle = await pickTarget(suggestedName, mediaType);
      if (handle) await writeText(handle, text);
      return handle !== undefined;
    },

    recent: recentFiles,
    forgetRecent: forgetRecentFile,
    examples: async () => JSON.parse(await fetchText('examples/index.json')) as Example[],

    keepSnapshot: (snapshot) => {
      markOpen(snapshot.id);
      return snapshots.put(snapshot.id, snapshot);
    },
    snapshots: async () => {
      const open = await openDocuments();
      return (await snapshots.all()).filter(({ id }) => !open.has(id));
    },
    dropSnapshot: (id) => snapshots.remove(id),

    setTitle: (name, edited) => {
      document.title = name ? `${edited ? '• ' : ''}${name} – Dagwright` : 'Dagwright';
    },

    guardClose: (isDirty) => {
      const guard = (event: BeforeUnloadEvent): void => {
        if (isDirty()) event.preventDefault();
      };
      window.addEventListener('beforeunload', guard);
      return () => window.removeEventListener('beforeunload', guard);
    },

    today: () => now().slice(0, 10),
    now,
  };
}

async function fileOf(handle: FileSystemFileHandle): Promise<File> {
  try {
    return await handle.getFile();
  } catch (error) {
    throw new HostError(`${handle.name} is not there any more. Save under another name to keep your work.`, {
      cause: error,
    });
  }
}

/** The handle of a dropped file, where the browser gives one. */
async function handleOf(item: DataTransferItem | undefined): Promise<FileSystemFileHandle | undefined> {
  const source: GivesHandle | undefined = item;
  const handle = await source?.getAsFileSystemHandle?.();
  return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
}

interface GivesHandle {
  readonly kind: string;
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new HostError(`${address} is not there (${response.status}). Run the build again.`);
  return response.text();
}
