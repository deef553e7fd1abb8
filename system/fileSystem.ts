import type { Stats } from 'node:fs';

/** The calls to the file system that reading and writing take; Node's `fs/promises` has them, a test gives its own. */
export interface FileSystem {
  readonly access: (path: string, mode: number) => Promise<void>;
  readonly mkdir: (path: string, options: { readonly recursive: true }) => Promise<unknown>;
  readonly open: (path: string, flags: string, mode?: number) => Promise<FileOnDisk>;
  readonly readdir: (path: string) => Promise<string[]>;
  readonly readlink: (path: string) => Promise<string>;
  readonly realpath: (path: string) => Promise<string>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly rm: (path: string, options: { readonly force: true }) => Promise<void>;
  readonly stat: (path: string) => Promise<Stats>;
}

/** An open file. */
export interface FileOnDisk {
  readonly read: (buffer: Uint8Array) => Promise<{ readonly bytesRead: number }>;
  readonly writeFile: (content: string | Uint8Array, encoding: 'utf8') => Promise<void>;
  readonly chmod: (mode: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The system's name of an error, such as ENOENT; "" for what is no system error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
