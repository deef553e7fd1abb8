import type { Snapshot } from '../../../renderer/host/host.ts';
import { validateMessages } from '../../../schemas/generated/validators.js';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { reasonOf } from '../../../system/reason.ts';
import { ShellError } from '../shellError.ts';
import { answeringFileSystem } from './answeringFileSystem.ts';
import { RecordFolder } from './recordFolder.ts';

/**
 * More documents than anybody leaves unsaved; it keeps what crashes leave behind from growing without end. There is no bound on
 * their age: unsaved work does not lose its worth by waiting.
 */
const MOST_SNAPSHOTS = 50;

interface Options {
  readonly folder: string;
  readonly fs?: FileSystem;
  /** Told of damaged and foreign files, which are passed over, and of copies that cannot be removed. */
  readonly report?: (message: string) => void;
}

/** The recovery copies of documents with unsaved changes, one for each document. */
export interface RecoveryJournal {
  /** Keeps a copy in the place of the document's former one. @throws ShellError; the former one is then still there */
  readonly keep: (snapshot: Snapshot) => Promise<void>;
  /** The newest first; empty where they cannot be read. */
  readonly list: () => Promise<Snapshot[]>;
  /** Removes a document's copy, where there is one. */
  readonly drop: (id: string) => Promise<void>;
}

/** The journal in a folder, which it makes when it first needs it. */
export function recoveryJournal(options: Options): RecoveryJournal {
  const { folder, fs = answeringFileSystem(), report = () => undefined } = options;
  const records = new RecordFolder<Snapshot>({ folder, fs, report, most: MOST_SNAPSHOTS, isRecord: isSnapshot });
  return {
    keep: async (snapshot) => {
      try {
        await records.put(snapshot);
      } catch (error) {
        const reason = error instanceof RangeError ? 'it is too long' : reasonOf(error);
        if (reason === undefined) throw error;
        throw new ShellError(
          `No recovery copy of ${snapshot.name} can be kept: ${reason}. A former copy is still there; save often.`,
          {
            cause: error,
          },
        );
      }
    },
    list: async () => {
      try {
        return await records.list();
      } catch (error) {
        report(`The recovery copies in ${folder} cannot be read. ${String(error)}`);
        return [];
      }
    },
    drop: async (id) => {
      try {
        await records.drop(id);
      } catch (error) {
        report(`The recovery copy ${id} cannot be removed. ${String(error)}`);
      }
    },
  };
}

function isSnapshot(value: unknown): value is Snapshot {
  return validateMessages({ keepSnapshot: value });
}
