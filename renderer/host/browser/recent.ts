import type { RecentFile } from '../host.ts';
import { isGone } from './files.ts';
import { Table } from './store.ts';

const MOST_RECENT = 8;

interface KeptFile extends RecentFile {
  /** Absent where the browser gives no handles: then the text itself is kept. */
  readonly handle?: FileSystemFileHandle;
  readonly text?: string;
}

const table = new Table<KeptFile>('recent');

/** The files opened and saved last, newest first. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  const files = [...(await table.all())].sort((a, b) => b.usedAt.localeCompare(a.usedAt, 'en-US'));
  for (const old of files.slice(MOST_RECENT)) await table.remove(old.id);
  return Promise.all(
    files.slice(0, MOST_RECENT).map(async ({ id, name, usedAt, handle }) => ({
      id,
      name,
      usedAt,
      ...(handle && (await isGone(handle)) && { missing: true }),
    })),
  );
}

export const recentFile = (id: string): Promise<KeptFile | undefined> => table.get(id);

export const forgetRecentFile = (id: string): Promise<void> => table.remove(id);

/** Remembers a file and gives its id; the same file keeps the id that it had. */
export async function rememberFile(
  name: string,
  usedAt: string,
  kept: { handle: FileSystemFileHandle } | { text: string },
): Promise<string> {
  const known = 'handle' in kept ? await idOf(kept.handle) : `text:${name}`;
  const id = known ?? crypto.randomUUID();
  // A list that cannot be kept must not stand in the way of the file itself.
  await table.put(id, { id, name, usedAt, ...kept }).catch(() => undefined);
  return id;
}

async function idOf(handle: FileSystemFileHandle): Promise<string | undefined> {
  for (const file of await table.all()) {
    if (file.handle && (await file.handle.isSameEntry(handle))) return file.id;
  }
  return undefined;
}
