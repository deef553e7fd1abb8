import { join } from 'node:path';
import { designFiles, type DesignFiles } from '../../../electron/main/files/designFiles.ts';
import { recentFiles, type RecentFiles } from '../../../electron/main/files/recentFiles.ts';
import { recoveryJournal, type RecoveryJournal } from '../../../electron/main/files/recoveryJournal.ts';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { NAME } from './texts.ts';

/** The user's file and the program's own folder below one folder, and the services that the shell has on them. */
export interface World {
  readonly path: string;
  readonly files: DesignFiles;
  readonly recent: RecentFiles;
  readonly journal: RecoveryJournal;
  /** What the services did not find in order. */
  readonly reports: string[];
}

export function world(folder: string, fs?: FileSystem): World {
  const userData = join(folder, 'user data');
  const reports: string[] = [];
  const now = (): string => new Date().toISOString();
  const common = { now, report: (message: string): number => reports.push(message), ...(fs && { fs }) };
  return {
    path: join(folder, 'designs', NAME),
    files: designFiles({ versionsFolder: join(userData, 'versions'), ...common }),
    recent: recentFiles({ file: join(userData, 'recent.json'), ...common }),
    journal: recoveryJournal({ folder: join(userData, 'recovery'), ...common }),
    reports,
  };
}
