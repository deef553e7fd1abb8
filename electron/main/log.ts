import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 512 * 1024;

interface Options {
  readonly folder: string;
  /** The moment, ISO 8601. */
  readonly now?: () => string;
  readonly mostBytes?: number;
}

/**
 * What went wrong, for whoever looks for the reason; never a document's content. It stays on this machine and within bounds: a
 * full file becomes the older one, which replaces the one before. A log that cannot be written disturbs nothing.
 */
export class Log {
  readonly folder: string;
  readonly #file: string;
  readonly #now: () => string;
  readonly #mostBytes: number;

  constructor({ folder, now = () => new Date().toISOString(), mostBytes = MOST_BYTES }: Options) {
    this.folder = folder;
    this.#file = join(folder, 'dagwright.log');
    this.#now = now;
    this.#mostBytes = mostBytes;
  }

  note = (message: string): void => this.#write(message);

  fault = (error: unknown): void => this.#write(textOf(error));

  #write(message: string): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      if (sizeOf(this.#file) > this.#mostBytes) renameSync(this.#file, join(this.folder, 'dagwright.older.log'));
      appendFileSync(this.#file, `${this.#now()} ${oneEntry(message).slice(0, this.#mostBytes)}\n`);
    } catch {
      // There is nowhere else to tell it.
    }
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nbecause of ${textOf(error.cause)}`;
  return (error.stack ?? error.message) + cause;
}

/** Further lines are set in, so that no message can pass for an entry of its own. */
function oneEntry(message: string): string {
  return message
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll('\n', '\n    ');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
