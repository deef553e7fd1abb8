import type { CommanderError } from 'commander';
import type { Problem } from '../planner/design/problem.ts';

/** A call that could not be parsed as the problem that `--json` prints. */
export function wrongCall({ message }: CommanderError, args: readonly string[]): Problem {
  const text = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return {
    path: '',
    message: `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.)]$/.test(text) ? '' : '.'}`,
    expected: 'a call as --help describes it',
    found: ['dagwright', ...args].join(' '),
  };
}
