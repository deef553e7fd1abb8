import { longestText } from '../../../planner/design/json.ts';
import { codeOf } from '../../../system/fileSystem.ts';
import { reasonOf } from '../../../system/reason.ts';
import { TextFileError, type TextFault } from '../../../system/textFile.ts';
import { ShellError } from '../shellError.ts';

const faults: Readonly<Record<TextFault, string>> = {
  folder: 'it is a folder',
  notText: 'it is not a text file',
  tooLong: `it is longer than ${longestText / 1024 / 1024} MiB`,
};

/** Codes with which a network share or a drive vanishes: whether the last step was done is then unknown. */
const vanished: ReadonlySet<string> = new Set([
  ...['EIO', 'ENOTCONN', 'ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'ECONNRESET', 'ESTALE', 'ETIMEDOUT'],
  ...['ENODEV', 'ENXIO', 'UNKNOWN'],
]);

const whereToTurn: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space, or save it on another disk.',
  EDQUOT: 'Free some space, or save it on another disk.',
  EBUSY: 'Close it there and save again, or save it under another name.',
  ENAMETOOLONG: 'Save it under a shorter name.',
};

/** That a file cannot be opened: why, and what to do. What is no trouble with the file comes back as it is. */
export function openTrouble(name: string, error: unknown): unknown {
  const reason = reasonFor(error);
  if (reason === undefined) return error;
  const advice = vanished.has(codeOf(error))
    ? 'Check the connection and open it again.'
    : 'Check that it is there and that you may read it.';
  return new ShellError(`${name} cannot be opened: ${reason}. ${advice}`, { cause: error });
}

/** That a file cannot be saved: why, how the file stands now, and what to do. */
export function saveTrouble(name: string, error: unknown): unknown {
  const reason = reasonFor(error);
  if (reason === undefined) return error;
  const code = codeOf(error);
  const state = isUncertain(error) ? 'It may or may not hold the new content.' : 'Nothing on the disk has changed.';
  const advice = vanished.has(code)
    ? 'Check the connection and save again, or save it elsewhere.'
    : (whereToTurn[code] ?? 'Save it under another name or in another folder.');
  return new ShellError(`${name} cannot be saved: ${reason}. ${state} ${advice}`, { cause: error });
}

function reasonFor(error: unknown): string | undefined {
  return error instanceof TextFileError ? faults[error.fault] : reasonOf(error);
}

function isUncertain(error: unknown): boolean {
  return vanished.has(codeOf(error)) && error instanceof Error && 'syscall' in error && error.syscall === 'rename';
}
