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
  await import(pathToFileURL(program).href);
}
