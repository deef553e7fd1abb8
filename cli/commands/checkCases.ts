import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { CaseError, checkCase, readCase, type CaseResult } from '../../planner/interop/calculatorCases/index.ts';
import { callError } from '../callError.ts';
import { namesIn } from '../files/folder.ts';
import { readText } from '../files/readText.ts';
import { print } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { caseText, totalText } from '../text/cases.ts';
import { printable } from '../text/printable.ts';

interface Options {
  readonly without?: 'replication';
}

/** Of use to who works on Dagwright, by `npm run check:cases`; the help does not list it. */
export function addCheckCases(program: Command): void {
  program
    .command('check-cases', { hidden: true })
    .description("compare the sizing with figures of Microsoft's Role Requirements Calculator")
    .argument('<folder>', 'the folder with the cases, one JSON file each')
    .addOption(new Option('--without <figures>', 'leave these figures out').choices(['replication']))
    .action((folder: string, options: Options) => run({}, () => checkCases(folder, options)));
}

async function checkCases(folder: string, { without }: Options): Promise<ExitStatus> {
  const expected = 'a folder with cases, one JSON file each';
  const files = (await namesIn(folder, expected)).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw callError(folder, 'There are no cases in this folder.', expected, 'none');
  const results: CaseResult[] = [];
  for (const file of files) {
    const result = compare(file, await readText(join(folder, file)), without !== 'replication');
    print(printable(caseText(result)));
    results.push(result);
  }
  print(totalText(results));
  return results.every(agrees) ? 0 : 1;
}

function compare(file: string, text: string, replication: boolean): CaseResult {
  try {
    return checkCase(readCase(text), { replication });
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { name: file, compared: 0, off: [], unknown: [], verdict: error.message };
  }
}

function agrees({ off, unknown, verdict }: CaseResult): boolean {
  return off.length === 0 && unknown.length === 0 && verdict === undefined;
}
