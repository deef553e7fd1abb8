import { longestText } from '../../planner/design/json.ts';
import { reasonOf } from '../../system/reason.ts';
import { readDesignFile, readDesignStream, type DesignFile } from '../../system/designFile.ts';
import { decodeText, readBytesOfStream, readTextFile, TextFileError } from '../../system/textFile.ts';
import { callError, type CallError } from '../callError.ts';

/** How the standard input is written as an argument. */
export const standardInput = '-';

/**
 * Reads a text file, or the standard input for "-". UTF-8 with or without a byte order mark; UTF-16 with one.
 * @throws CallError for what is no readable text file; a file that is too long is not read to its end
 */
export async function readText(path: string): Promise<string> {
  return reading(path, async () =>
    path === standardInput ? decodeText(await readBytesOfStream(process.stdin)) : readTextFile(path),
  );
}

/** Reads a design as `readText` does a text, also from a picture that carries one. */
export async function readDesignText(path: string): Promise<DesignFile> {
  return reading(path, () => (path === standardInput ? readDesignStream(process.stdin) : readDesignFile(path)));
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(inputName(path), error);
  }
}

/** An input as messages name it. */
export function inputName(path: string): string {
  if (path === '') return '""';
  return path === standardInput ? '<stdin>' : path;
}

function unreadable(name: string, error: unknown): unknown {
  if (error instanceof TextFileError) return unusable(name, error);
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return callError(name, `The file cannot be read: ${reason}.`, 'a file that can be read', 'none');
}

function unusable(name: string, { fault, bytes }: TextFileError): CallError {
  switch (fault) {
    case 'folder':
      return callError(name, 'This is a folder, not a file.', 'a file', 'a folder');
    case 'noDesign':
      return callError(
        name,
        'The picture carries no design that can be read.',
        'a picture that was exported with --embed-design',
        'another picture',
      );
    case 'notText':
      return callError(name, 'The file is not text.', 'text in UTF-8', 'other bytes');
    case 'tooLong':
      return callError(
        name,
        'The file is too long.',
        `at most ${mebibytes(longestText)}`,
        `${mebibytes(bytes)} or more`,
      );
  }
}

function mebibytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MiB`;
}
