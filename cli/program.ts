import { Command } from 'commander';
import { addCheckCases } from './commands/checkCases.ts';
import { addDiff } from './commands/diff.ts';
import { addExport } from './commands/export.ts';
import { addFix } from './commands/fix.ts';
import { addImport } from './commands/import.ts';
import { addLayout } from './commands/layout.ts';
import { addNew } from './commands/new.ts';
import { addServe } from './commands/serve.ts';
import { addSimulate } from './commands/simulate.ts';
import { addSize } from './commands/size.ts';
import { addValidate } from './commands/validate.ts';
import { printable } from './text/printable.ts';
import { version } from './version.ts';

/**
 * The command line, ready to parse; a wrong call throws CommanderError after its message.
 * @param quiet a wrong call prints no message, because the caller tells it as JSON
 */
export function makeProgram(quiet = false): Command {
  const program = new Command('dagwright')
    .description('Plans Exchange Server deployments that follow the Preferred Architecture.')
    .version(version)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        if (!quiet) write(printable(text));
      },
      ...(quiet && { writeErr: () => undefined }),
    })
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      `
A file name of "-" is the standard input. Results go to stdout, messages to stderr.
Exit status: 0 fine; 1 findings at or above --fail-on, or a difference; 2 the input or the call is wrong.`,
    );
  [
    addNew,
    addValidate,
    addFix,
    addSize,
    addSimulate,
    addLayout,
    addDiff,
    addImport,
    addExport,
    addServe,
    addCheckCases,
  ].forEach((add) => add(program));
  return program;
}
