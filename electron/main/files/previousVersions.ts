import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { fileKey } from './fileKey.ts';
import { RecordFolder, type Kept } from './recordFolder.ts';

/** More files than anybody works on at a time; together with one version for each it bounds the space. */
const MOST_VERSIONS = 50;

interface Version extends Kept {
  readonly name: string;
  readonly text: string;
}

interface Options {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly now: () => string;
  readonly report: (message: string) => void;
}

/** What files held before they were last saved: one version for each, away from the files themselves. */
export interface PreviousVersions {
  /** Keeps a content; a failure is reported, not thrown: it must not keep the file from being saved. */
  readonly keep: (path: string, text: string) => Promise<void>;
  readonly of: (path: string) => Promise<{ readonly name: string; readonly text: string } | undefined>;
}

export function previousVersions({ folder, fs, now, report }: Options): PreviousVersions {
  const records = new RecordFolder<Version>({ folder, fs, report, most: MOST_VERSIONS, isRecord: isVersion });
  return {
    keep: async (path, text) => {
      try {
        await records.put({ id: await idOf(path, fs), name: basename(path), keptAt: now(), text });
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
