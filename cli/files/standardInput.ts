import { callError } from '../callError.ts';
import { standardInput } from './readText.ts';

/** The standard input can be read once. @throws CallError when two inputs are "-" */
export function refuseTwice(first: string, second: string): void {
  if (first !== standardInput || second !== standardInput) return;
  throw callError('<stdin>', 'The standard input cannot be both files.', 'one "-" at most', 'two');
}
