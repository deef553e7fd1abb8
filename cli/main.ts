#!/usr/bin/env node
import { CommanderError } from 'commander';
import { say } from './output.ts';
import { makeProgram } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  say(`error: the result cannot be written: ${error.message}`);
  process.exit(2);
});

try {
  await makeProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const message = error instanceof Error ? error.message : String(error);
    say(`internal error: ${message.split('\n', 1)[0]} (DAGWRIGHT_DEBUG=1 shows where)`);
    if (process.env['DAGWRIGHT_DEBUG'] && error instanceof Error) say(error.stack ?? '');
    process.exitCode = 2;
  }
}
