import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { designFiles, type DesignFiles } from '../../../electron/main/files/designFiles.ts';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { NAME, OLD } from './texts.ts';

export interface Place {
  readonly folder: string;
  readonly path: string;
  readonly versions: string;
  readonly reports: string[];
  readonly files: DesignFiles;
}

/** A folder with one file that holds OLD, and the shell's service for files. */
export function place(options: { fs?: FileSystem; platform?: NodeJS.Platform; name?: string } = {}): Place {
  const { name = NAME, ...rest } = options;
  const folder = emptyFolder();
  const path = join(folder, name);
  const versions = join(emptyFolder(), 'versions');
  writeFileSync(path, OLD);
  const reports: string[] = [];
  const files = designFiles({
    versionsFolder: versions,
    now: () => '2026-01-31T12:00:00.000Z',
    report: (message) => reports.push(message),
    ...rest,
  });
  return { folder, path, versions, reports, files };
}
