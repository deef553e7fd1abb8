import { CallError } from './callError.ts';
import { printJson, say } from './output.ts';
import { problemsText } from './text/problems.ts';

/** 0 fine; 1 findings at or above the bar, or a difference; 2 the input or the call is wrong. */
export type ExitStatus = 0 | 1 | 2;

/** Runs a command's body and reports a wrong input: as JSON on stdout where JSON is asked for, else on stderr. */
export async function run(options: { readonly json?: boolean }, body: () => Promise<ExitStatus>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (options.json) printJson({ problems: error.problems });
    else say(problemsText(error));
    process.exitCode = 2;
  }
}
