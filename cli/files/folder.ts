import { readdir } from 'node:fs/promises';
import { reasonOf } from '../../system/reason.ts';
import { callError } from '../callError.ts';

/** The names in a folder. @param expected what belongs there, for the message @throws CallError when it cannot be read */
export async function namesIn(folder: string, expected: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw callError(folder, `The folder cannot be read: ${reason}.`, expected, 'none');
  }
}
