import { listExamples } from '../../system/examples.ts';
import { findFile } from '../../system/findFile.ts';
import type { DesignWindow } from './designWindow.ts';
import type { RecentFiles } from './files/recentFiles.ts';
import type { RecoveryJournal } from './files/recoveryJournal.ts';
import type { Answer } from './ipcGuard.ts';
import { ShellError } from './shellError.ts';
import type { Windows } from './windows.ts';

interface Parts {
  readonly windows: Windows;
  readonly recent: RecentFiles;
  readonly journal: RecoveryJournal;
  readonly examplesFolder: string;
}

/** What a page finds at its start: recent files, examples, and what can be recovered. */
export function keptRequests(answer: Answer, { windows, recent, journal, examplesFolder }: Parts): void {
  const isOpenElsewhere = (id: string, window?: DesignWindow): boolean =>
    windows.all.some((other) => other !== window && other.snapshots.has(id));

  answer('listRecent', () => recent.list());

  answer('forgetRecent', async ({ id }) => {
    await recent.forget(id);
    return null;
  });

  answer('listExamples', () => listExamples(examplesFolder));

  answer('openExample', async ({ file }) => {
    const found = file.endsWith('.dagwright.json') ? await findFile(examplesFolder, `/${file}`) : undefined;
    if (!found) throw new ShellError('There is no such example.');
    return { name: file, text: found.body.toString() };
  });

  answer('keepSnapshot', async (snapshot, window) => {
    if (window.isDiscarded) return null;
    window.snapshots.add(snapshot.id);
    await journal.keep(snapshot);
    return null;
  });

  answer('listSnapshots', async () => (await journal.list()).filter(({ id }) => !isOpenElsewhere(id)));

  answer('dropSnapshot', async ({ id }, window) => {
    if (isOpenElsewhere(id, window)) throw new ShellError('This design is open in another window.');
    window.snapshots.delete(id);
    await journal.drop(id);
    return null;
  });
}
