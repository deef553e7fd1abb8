import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { longestText } from '../../planner/design/json.ts';
import { callError } from '../callError.ts';
import { reasonOf } from '../../system/reason.ts';

/** How the standard input is written as an argument. */
export const standardInput = '-';

/**
 * Reads a text file, or the standard input for "-". UTF-8 with or without a byte order mark; UTF-16 with one.
 * @throws CallError for what is no readable text file; a file that is too long is not read to its end
 */
export async function readText(path: string): Promise<string> {
  const bytes = path === standardInput ? await collect(process.stdin, '<stdin>') : await readFileBytes(path);
  return decode(bytes, inputName(path));
}

/** An input as messages name it. */
export function inputName(path: string): string {
  return path === standardInput ? '<stdin>' : path;
}

async function readFileBytes(path: string): Promise<Buffer> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw callError(path, 'This is a folder, not a file.', 'a file', 'a folder');
    if (stats.size > longestText) throw tooLong(path, stats.size);
    return await collect(createReadStream(path), path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return callError(path, `The file cannot be read: ${reason}.`, 'a file that can be read', 'none');
}

async function collect(stream: AsyncIterable<Buffer | string>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > longestText) throw tooLong(name, length);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLong(name: string, bytes: number): Error {
  const mebibytes = (count: number): string => `${Math.floor(count / 1024 / 1024)} MiB`;
  return callError(name, 'The file is too long.', `at most ${mebibytes(longestText)}`, `${mebibytes(bytes)} or more`);
}

function decode(bytes: Buffer, name: string): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw callError(name, 'The file is not text.', 'text in UTF-8', 'other bytes');
  }
}
