import { stat } from 'node:fs/promises';
import { callError } from '../callError.ts';

/**
 * Results of another kind than their input never replace it.
 * @throws CallError when both names lead to the same file
 */
export async function refuseOwnInput(output: string | undefined, input: string): Promise<void> {
  const [target, source] = await Promise.all([identityOf(output), identityOf(input)]);
  if (output === undefined || target === undefined || target !== source) return;
  throw callError(output, 'The result would replace its own input.', 'another file', 'the input');
}

/** What names a file whatever its path; undefined where there is no file. */
async function identityOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || path === '-') return undefined;
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ? `${stats.dev}/${stats.ino}` : undefined;
}
