import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { constants } from 'node:fs';
import { basename } from 'node:path';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';
import { readTextFile } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { ShellError } from '../shellError.ts';
import { fileKey } from './fileKey.ts';
import { openTrouble, saveTrouble } from './fileTrouble.ts';
import { previousVersions } from './previousVersions.ts';
import { Turns } from './turns.ts';

interface Options {
  /** Where the previous content of saved files is kept. */
  readonly versionsFolder: string;
  readonly fs?: FileSystem;
  /** The moment, ISO 8601. */
  readonly now?: () => string;
  /** Told what went wrong without keeping a file from being saved. */
  readonly report?: (message: string) => void;
}

/** A file's name without its folder, and what it holds. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** `conflict`: the file holds something else than was believed; nothing was written. */
export type Saved = { readonly outcome: 'saved' } | { readonly outcome: 'conflict'; readonly theirs: string };

/** The user's files. Every failure that concerns a file is a ShellError. */
export interface DesignFiles {
  readonly read: (path: string) => Promise<ReadFile>;
  /**
   * Replaces a file that still holds the text whose SHA-256 (hexadecimal, of its UTF-8) is `known`; a file that is gone is
   * made again. What it held before is kept.
   */
  readonly save: (path: string, text: string, known: string) => Promise<Saved>;
  /** Writes a file whatever it holds. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** What a file held before it was last saved here. */
  readonly previous: (path: string) => Promise<ReadFile | undefined>;
}

/** Thrown between writing and replacing when another program was faster. */
class Overtaken extends Error {
  constructor(readonly theirs: string) {
    super();
  }
}

export function designFiles(options: Options): DesignFiles {
  const { versionsFolder, fs = nodeFs, report = () => undefined } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const versions = previousVersions({ folder: versionsFolder, fs, report });
  const turns = new Turns();

  async function readIfThere(path: string): Promise<string | undefined> {
    try {
      return await readTextFile(path, fs);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async function replace(path: string, text: string, known: string): Promise<Saved> {
    const held = await readIfThere(path);
    if (held !== undefined && hashOf(held) !== known) return { outcome: 'conflict', theirs: held };
    await refuseReadOnly(path, fs);
    if (held !== undefined && held !== text) await versions.keep(path, held, now());
    const beforeReplacing = async (): Promise<void> => {
      const theirs = await readIfThere(path);
      if (theirs !== undefined && hashOf(theirs) !== known) throw new Overtaken(theirs);
    };
    try {
      await writeFileAtomic(path, text, { fs, beforeReplacing });
    } catch (error) {
      if (error instanceof Overtaken) return { outcome: 'conflict', theirs: error.theirs };
      throw error;
    }
    await verify(path, text, fs);
    return { outcome: 'saved' };
  }

  async function inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
    const key = await fileKey(path, fs);
    return turns.run(key, task).catch((error: unknown) => {
      throw saveTrouble(basename(path), error);
    });
  }

  return {
    read: async (path) => {
      try {
        return { name: basename(path), text: await readTextFile(path, fs) };
      } catch (error) {
        throw openTrouble(basename(path), error);
      }
    },

    save: (path, text, known) => inTurn(path, () => replace(path, text, known)),

    write: (path, text) =>
      inTurn(path, async () => {
        await refuseReadOnly(path, fs);
        await writeFileAtomic(path, text, { fs });
        await verify(path, text, fs);
      }),

    previous: (path) => versions.of(path),
  };
}

/** SHA-256 of a text's UTF-8, in hexadecimal. */
function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A rename replaces even a file that may not be written, so this asks first. */
async function refuseReadOnly(path: string, fs: FileSystem): Promise<void> {
  try {
    const { mode } = await fs.stat(path);
    if ((mode & 0o222) === 0) {
      throw new ShellError(
        `${basename(path)} is read-only. Nothing on the disk has changed. Save it under another name.`,
      );
    }
    await fs.access(path, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function verify(path: string, text: string, fs: FileSystem): Promise<void> {
  const held = await readTextFile(path, fs);
  if (hashOf(held) === hashOf(text)) return;
  throw new ShellError(
    `${basename(path)} was written, but holds something else now: another program wrote it at the same moment, or the disk is failing. Save it under another name.`,
  );
}
