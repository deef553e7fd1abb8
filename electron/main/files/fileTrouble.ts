import { longestText } from '../../../planner/design/json.ts';
import { codeOf } from '../../../system/fileSystem.ts';
import { reasonOf } from '../../../system/reason.ts';
import { TextFileError, type TextFault } from '../../../system/textFile.ts';
import { ShellError } from '../shellError.ts';

/** A file that Dagwright itself refuses, though the system would let it. */
export class RefusedFile extends Error {
  constructor(
    /** Goes behind "it cannot be opened: ". */
    readonly reason: string,
  ) {
    super(reason);
    this.name = 'RefusedFile';
  }
}

const faults: Readonly<Record<TextFault, string>> = {
  folder: 'it is a folder',
  notText: 'it is not a text file',
  noDesign: 'it is a picture that carries no design',
  tooLong: `it is longer than ${longestText / 1024 / 1024} MiB`,
};

/** The errors of network shares and drives that vanish, and of disks that fail. */
const vanished: ReadonlySet<string> = new Set([
  ...['EIO', 'ENOTCONN', 'ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'ECONNRESET', 'ESTALE', 'ETIMEDOUT'],
  ...['ENODEV', 'ENXIO', 'UNKNOWN'],
]);

const savingReasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there any more',
  EACCES: 'it or its folder may not be written, or another program holds it',
  EPERM: 'it or its folder may not be written, or another program holds it',
};

const savingAdvice: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space and save again, or save on another disk.',
  EDQUOT: 'Free some space and save again, or save on another disk.',
  EBUSY: 'Close it there and save again, or save under another name.',
  ENAMETOOLONG: 'Save under a shorter name.',
};

const openingAdvice: Readonly<Record<string, string>> = {
  ENOENT: 'It may have been moved or renamed: open it from where it is now.',
  EACCES: 'Have yourself given the right to read it.',
  EPERM: 'Have yourself given the right to read it.',
  EBUSY: 'Close it there and open it again.',
};

/** A file cannot be opened: why, and what to do. An error that is no trouble with the file comes back as it is. */
export function openTrouble(name: string, error: unknown): unknown {
  const reason = reasonFor(error);
  if (reason === undefined) return error;
  const code = codeOf(error);
  const advice = vanished.has(code)
    ? 'Check the connection or the drive and open it again.'
    : (openingAdvice[code] ?? 'Choose another file.');
  return new ShellError(`${name} cannot be opened: ${reason}. ${advice}`, { cause: error });
}

/** A file cannot be saved: why, how it stands now, and what to do. An error that is no trouble with the file comes back as it is. */
export function saveTrouble(name: string, error: unknown): unknown {
  const code = codeOf(error);
  const reason = savingReasons[code] ?? reasonFor(error);
  if (reason === undefined) return error;
  const state = isUncertain(error) ? 'It may or may not hold the new content.' : 'Nothing on the disk has changed.';
  const advice = vanished.has(code)
    ? 'Check the connection or the drive and save again, or save elsewhere.'
    : (savingAdvice[code] ?? 'Save under another name or in another folder.');
  return new ShellError(`${name} cannot be saved: ${reason}. ${state} ${advice}`, { cause: error });
}

/** A file was replaced, but what it holds now is not what was written, or cannot be read. */
export function doubtfulSave(name: string, cause?: unknown): ShellError {
  const reason = reasonFor(cause);
  const trouble = reason
    ? `cannot be read back: ${reason}`
    : 'holds something else now: another program wrote it at the same moment, or the disk is failing';
  return new ShellError(`${name} was written, but ${trouble}. Save under another name to be safe.`, { cause });
}

function reasonFor(error: unknown): string | undefined {
  if (error instanceof RefusedFile) return error.reason;
  return error instanceof TextFileError ? faults[error.fault] : reasonOf(error);
}

/** A share that vanishes while it renames does not say whether it did. */
function isUncertain(error: unknown): boolean {
  return vanished.has(codeOf(error)) && error instanceof Error && 'syscall' in error && error.syscall === 'rename';
}
