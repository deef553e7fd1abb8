import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { fileKey } from './fileKey.ts';
import { RecordFolder, type Record } from './recordFolder.ts';

/** As many files as somebody may work on at a time, and a bound on the space that they take. */
const MOST_VERSIONS = 50;

interface Version extends Record {
  readonly name: string;
  readonly text: string;
}

interface Options {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly report: (message: string) => void;
}

/** What files held before they were last saved: one version for each, away from the files themselves. */
export interface PreviousVersions {
  /** Keeps a content; a failure is reported, not thrown. */
  readonly keep: (path: string, text: string, keptAt: string) => Promise<void>;
  readonly of: (path: string) => Promise<{ readonly name: string; readonly text: string } | undefined>;
}

export function previousVersions({ folder, fs, report }: Options): PreviousVersions {
  const records = new RecordFolder<Version>({ folder, fs, report, most: MOST_VERSIONS, isRecord: isVersion });
  return {
    keep: async (path, text, keptAt) => {
      try {
        await records.put({ id: await idOf(path, fs), name: basename(path), keptAt, text });
      } catch (error) {
        report(`The previous version of ${path} cannot be kept: ${String(error)}`);
      }
    },
    of: async (path) => {
      const version = await records.get(await idOf(path, fs));
      return version && { name: version.name, text: version.text };
    },
  };
}

async function idOf(path: string, fs: FileSystem): Promise<string> {
  return createHash('sha256')
    .update(await fileKey(path, fs))
    .digest('hex');
}

function isVersion(value: unknown): value is Version {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'name', 'keptAt', 'text'].every((name) => typeof Reflect.get(value, name) === 'string');
}
