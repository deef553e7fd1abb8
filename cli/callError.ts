import type { Problem } from '../planner/design/problem.ts';

/** A problem in an input, with the file it stands in where that is not the input itself. */
export type InputProblem = Problem & { readonly file?: string };

/** The input or the call is wrong: exit status 2, with what is wrong and where. */
export class CallError extends Error {
  constructor(
    /** The input as the user named it, "" where the call itself is wrong. */
    readonly input: string,
    readonly problems: readonly InputProblem[],
    /** The input's text, where it could be read; it gives the lines of JSON Pointers. */
    readonly text?: string,
  ) {
    super(problems[0]?.message ?? 'The call is wrong.');
    this.name = 'CallError';
  }
}

/** A call error of one problem. */
export function callError(input: string, message: string, expected: string, found: string): CallError {
  return new CallError(input, [{ path: '', message, expected, found }]);
}
