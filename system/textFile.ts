import * as nodeFs from 'node:fs/promises';
import { longestText } from '../planner/design/json.ts';
import { codeOf, type FileSystem } from './fileSystem.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Why a file that can be read is no text file that Dagwright takes. */
export type TextFault = 'folder' | 'tooLong' | 'notText' | 'noDesign';

/** The file is there, but is not a text of bearable length. */
export class TextFileError extends Error {
  constructor(
    readonly fault: TextFault,
    /** How long it is at least, where it is too long. */
    readonly bytes = 0,
  ) {
    super(`${fault}: ${bytes} bytes`);
    this.name = 'TextFileError';
  }
}

/**
 * Reads a text file: UTF-8 with or without a byte order mark, UTF-16 with one; the mark is no part of the text.
 * @throws TextFileError, or the file system's error; a file that is too long is not read to its end
 */
export async function readTextFile(path: string, fs: FileSystem = nodeFs): Promise<string> {
  return decodeText(await readBytes(path, fs));
}

/** Reads what may be a text file as it is; throws as `readTextFile` does. */
export async function readBytes(path: string, fs: FileSystem = nodeFs): Promise<Buffer> {
  const stats = await fs.stat(path);
  if (stats.isDirectory()) throw new TextFileError('folder');
  if (stats.size > longestText) throw new TextFileError('tooLong', stats.size);
  return readBytesOfStream(chunksOf(path, fs));
}

/** Reads a text file as `readTextFile` does; undefined where there is none. */
export async function readTextFileIfThere(path: string, fs: FileSystem = nodeFs): Promise<string | undefined> {
  try {
    return await readTextFile(path, fs);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads a stream as `readBytes` does a file. */
export async function readBytesOfStream(stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > longestText) throw new TextFileError('tooLong', length);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function* chunksOf(path: string, fs: FileSystem): AsyncGenerator<Uint8Array> {
  const file = await fs.open(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The text of a file's bytes. @throws TextFileError for what is no text */
export function decodeText(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TextFileError('notText');
  }
}
