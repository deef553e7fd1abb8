import { callError } from './callError.ts';
import { reasonOf } from '../system/reason.ts';
import { writeFileAtomic } from '../system/writeFileAtomic.ts';
import { printable } from './text/printable.ts';

/** Prints a result as it is. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A result as JSON text. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Prints a result as JSON. */
export function printJson(value: unknown): void {
  print(toJson(value));
}

/** Prints a message for people. */
export function say(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** Prints a result for people: control characters that came from an input are made visible. */
export function printText(text: string): void {
  print(printable(text));
}

/** Whether a result without a file of its own is printed: none is named, or "-". */
export function goesToStdout(file: string | undefined): file is undefined | '-' {
  return file === undefined || file === '-';
}

/**
 * Writes a file as a whole, or prints it where no name is given or the name is "-".
 * @throws CallError when the file cannot be written; then nothing has changed
 */
export async function deliver(content: string | Uint8Array, file: string | undefined): Promise<void> {
  if (goesToStdout(file)) {
    if (typeof content === 'string') print(content);
    else process.stdout.write(content);
    return;
  }
  try {
    await writeFileAtomic(file, content);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw callError(
      file,
      `The file cannot be written: ${reason}. Nothing has changed.`,
      'a file that can be written',
      'none',
    );
  }
}
