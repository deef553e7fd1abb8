#!/usr/bin/env node
import { CommanderError } from 'commander';
import { printJson, say } from './output.ts';
import { makeProgram } from './program.ts';
import { wrongCall } from './wrongCall.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  say(`error: the result cannot be written: ${error.message}`);
  process.exit(2);
});
// Where nobody takes the messages, the exit status still tells.
process.stderr.on('error', () => undefined);

const args = process.argv.slice(2);
const wantsJson = args.slice(0, [...args, '--'].indexOf('--')).includes('--json');

try {
  await makeProgram(wantsJson).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    if (error.exitCode !== 0 && wantsJson) printJson({ problems: [wrongCall(error, args)] });
  } else {
    const message = error instanceof Error ? error.message : String(error);
    say(`internal error: ${message.split('\n', 1)[0]} (DAGWRIGHT_DEBUG=1 shows where)`);
    if (process.env['DAGWRIGHT_DEBUG'] && error instanceof Error) say(error.stack ?? '');
    process.exitCode = 2;
  }
}
