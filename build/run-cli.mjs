import { pathToFileURL } from 'node:url';
import { program } from './paths.mjs';

/**
 * Runs the built command line in this process, from the folder the user called npm in.
 * @param {string[]} args
 */
export async function runCli(args) {
  const calledFrom = process.env['INIT_CWD'];
  if (calledFrom) process.chdir(calledFrom);
  process.argv = [process.execPath, program, ...args];
  // eslint-disable-next-line no-unsanitized/method -- always the program that the build wrote.
  await import(pathToFileURL(program).href);
}
