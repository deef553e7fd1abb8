import { join } from 'node:path';
import { designFiles, type DesignFiles } from '../../../../electron/main/files/designFiles.ts';
import { recentFiles, type RecentFiles } from '../../../../electron/main/files/recentFiles.ts';
import { recoveryJournal, type RecoveryJournal } from '../../../../electron/main/files/recoveryJournal.ts';
import type { FileSystem } from '../../../../system/fileSystem.ts';

export const DOCUMENT = 'document-1';
export const NAME = 'contoso.dagwright.json';

/** The user's file and the program's own folder below one folder, and the services that the shell has on them. */
export interface World {
  readonly path: string;
  readonly files: DesignFiles;
  readonly recent: RecentFiles;
  readonly journal: RecoveryJournal;
}

/** @param report told of everything that one of the services does not find in order */
export function world(folder: string, report: (message: string) => void, fs?: FileSystem): World {
  const userData = join(folder, 'user data');
  const common = { report, ...(fs && { fs }) };
  return {
    path: join(folder, 'designs', NAME),
    files: designFiles({ versionsFolder: join(userData, 'versions'), ...common }),
    recent: recentFiles({ file: join(userData, 'recent.json'), now: () => new Date().toISOString(), ...common }),
    journal: recoveryJournal({ folder: join(userData, 'recovery'), ...common }),
  };
}
