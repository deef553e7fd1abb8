import * as nodeFs from 'node:fs/promises';
import type { Snapshot } from '../../../renderer/host/host.ts';
import { validateMessages } from '../../../schemas/generated/validators.js';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { RecordFolder } from './recordFolder.ts';

/** Nobody leaves more documents unsaved; the bound keeps what crashes leave behind from growing without end. */
const MOST_SNAPSHOTS = 50;

interface Options {
  readonly folder: string;
  readonly fs?: FileSystem;
  /** Told of damaged and foreign files, which are passed over. */
  readonly report?: (message: string) => void;
}

/** The recovery copies of documents with unsaved changes, one for each document. */
export interface RecoveryJournal {
  readonly keep: (snapshot: Snapshot) => Promise<void>;
  /** The newest first. */
  readonly list: () => Promise<Snapshot[]>;
  readonly drop: (id: string) => Promise<void>;
}

/** The journal in a folder, which it makes when it first needs it. */
export function recoveryJournal({ folder, fs = nodeFs, report = () => undefined }: Options): RecoveryJournal {
  const records = new RecordFolder<Snapshot>({ folder, fs, report, most: MOST_SNAPSHOTS, isRecord: isSnapshot });
  return {
    keep: (snapshot) => records.put(snapshot),
    list: () => records.list(),
    drop: (id) => records.drop(id),
  };
}

function isSnapshot(value: unknown): value is Snapshot {
  return validateMessages({ keepSnapshot: value });
}
