import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { readDesignFile } from '../../../system/designFile.ts';
import { readBytes, readTextFileIfThere } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { answeringFileSystem } from './answeringFileSystem.ts';
import { fileKey } from './fileKey.ts';
import { doubtfulSave, openTrouble, saveTrouble } from './fileTrouble.ts';
import { previousVersions } from './previousVersions.ts';
import { refuseUnreadable, refuseUnwritable } from './refusals.ts';
import { Turns } from './turns.ts';

interface Options {
  /** Where the previous content of saved files is kept. */
  readonly versionsFolder: string;
  readonly fs?: FileSystem;
  readonly platform?: NodeJS.Platform;
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

/** The user's files. Trouble with a file is a ShellError. */
export interface DesignFiles {
  /** Reads a design, also from a picture that carries one. */
  readonly read: (path: string) => Promise<ReadFile & { readonly picture: boolean }>;
  /**
   * Replaces a file that still holds the text whose SHA-256 (hexadecimal, of its UTF-8 without a byte order mark) is `known`. What it
   * held is kept as its previous version. A file that was deleted or moved away is made again: there is nothing to lose.
   */
  readonly save: (path: string, text: string, known: string) => Promise<Saved>;
  /** Writes a file whatever it holds. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** What a file held before it was last saved here. */
  readonly previous: (path: string) => Promise<ReadFile | undefined>;
}

/** Another program wrote the file between the check and the replacing. */
class Overtaken extends Error {
  constructor(readonly theirs: string) {
    super('overtaken');
  }
}

export function designFiles(options: Options): DesignFiles {
  const { versionsFolder, fs = answeringFileSystem(), platform = process.platform, report = () => undefined } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const versions = previousVersions({ folder: versionsFolder, fs, now, report });
  const turns = new Turns();

  /** Saves of one file wait for each other, by whatever path they name it. */
  async function inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
    try {
      return await turns.run(await fileKey(path, fs), task);
    } catch (error) {
      throw saveTrouble(basename(path), error);
    }
  }

  async function replace(path: string, text: string, known: string): Promise<Saved> {
    await refuseUnwritable(path, fs, platform);
    const held = await readTextFileIfThere(path, fs);
    // After a save whose success was uncertain the file may already hold the text.
    if (held !== undefined && held !== text && hashOf(held) !== known) return { outcome: 'conflict', theirs: held };
    const beforeReplacing = async (): Promise<void> => {
      if (held !== undefined && held !== text) await versions.keep(path, held);
      const theirs = await readTextFileIfThere(path, fs);
      if (theirs !== undefined && theirs !== held && hashOf(theirs) !== known) throw new Overtaken(theirs);
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

  async function write(path: string, content: string | Uint8Array): Promise<void> {
    await refuseUnwritable(path, fs, platform);
    await writeFileAtomic(path, content, { fs });
    await verify(path, content, fs);
  }

  return {
    read: async (path) => {
      const name = basename(path);
      try {
        await refuseUnreadable(path, fs);
        return { name, ...(await readDesignFile(path, fs)) };
      } catch (error) {
        throw openTrouble(name, error);
      }
    },
    save: (path, text, known) => inTurn(path, () => replace(path, text, known)),
    write: (path, content) => inTurn(path, () => write(path, content)),
    previous: (path) => versions.of(path),
  };
}

/** SHA-256 of bytes, or of a text's UTF-8, in hexadecimal. */
function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads a written file back. @throws ShellError when it does not hold what was written */
async function verify(path: string, content: string | Uint8Array, fs: FileSystem): Promise<void> {
  const name = basename(path);
  const held = await readBytes(path, fs).catch((error: unknown) => {
    throw doubtfulSave(name, error);
  });
  if (hashOf(held) !== hashOf(content)) throw doubtfulSave(name);
}
