import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { toJUnit } from '../../planner/interop/junit.ts';
import { locate } from '../../planner/interop/positions.ts';
import { toSarif } from '../../planner/interop/sarif.ts';
import { findRuleset, rules, validateDesign } from '../../planner/rules/index.ts';
import type { Verdict } from '../../planner/rules/rule.ts';
import type { Design } from '../../planner/design/types.ts';
import { statusOf } from '../failOn.ts';
import { readDesign, type Input } from '../files/load.ts';
import { failOnOption, jsonOption, rulesetOption, todayOption, type JudgingOptions } from '../options.ts';
import { print, printJson, printText } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { verdictText } from '../text/verdict.ts';
import { version } from '../version.ts';

const formats = ['text', 'json', 'sarif', 'junit'] as const;

interface Options extends JudgingOptions {
  readonly format: (typeof formats)[number];
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check a design against the rules of the Preferred Architecture and of support')
    .argument('<design>', 'the design file')
    .addOption(rulesetOption())
    .addOption(failOnOption())
    .addOption(new Option('--format <format>', 'how the result is printed').choices([...formats]).default('text'))
    .addOption(todayOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => {
      const format = options.json ? 'json' : options.format;
      return run({ json: format === 'json' }, () => validate(file, { ...options, format }));
    });
}

async function validate(file: string, { ruleset, date, failOn, format }: Options): Promise<ExitStatus> {
  const design = await readDesign(file);
  const verdict = validateDesign(design.value, { ...(ruleset !== undefined && { ruleset }), today: date });
  printVerdict(verdict, design, format);
  return statusOf(verdict.findings, failOn);
}

function printVerdict(verdict: Verdict, { name, text, value: design }: Input<Design>, format: Options['format']): void {
  const positionOf = locate(text);
  const ruleset = findRuleset(verdict.ruleset);
  switch (format) {
    case 'text':
      return printText(verdictText(verdict, name, positionOf));
    case 'json':
      return printJson(verdict);
    case 'sarif':
      return printJson(toSarif(verdict, { rules, ruleset, uri: uriOf(name), positionOf, version }));
    case 'junit':
      return print(toJUnit(verdict, { rules, ruleset, suite: design.name }));
  }
}

/** Relative to the folder of the call, which is the repository's in a pipeline; else absolute. */
function uriOf(file: string): string {
  if (file === '<stdin>') return 'stdin';
  const [target, base] = [pathToFileURL(file).href, pathToFileURL('./').href];
  return relative('.', file).startsWith('..') || !target.startsWith(base) ? target : target.slice(base.length);
}
