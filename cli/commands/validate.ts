import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { toJUnit } from '../../planner/interop/junit.ts';
import { locate } from '../../planner/interop/positions.ts';
import { toSarif } from '../../planner/interop/sarif.ts';
import { findRuleset, rules, validateDesign } from '../../planner/rules/index.ts';
import type { Verdict } from '../../planner/rules/rule.ts';
import type { Design } from '../../planner/design/types.ts';
import { callError } from '../callError.ts';
import { fails, statusOf, type FailOn } from '../failOn.ts';
import { readDesign, type Input } from '../files/load.ts';
import { refuseOwnInput } from '../files/ownInput.ts';
import { failOnOption, jsonOption, outputOption, rulesetOption, todayOption, type JudgingOptions } from '../options.ts';
import { deliver, toJson } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { printable } from '../text/printable.ts';
import { verdictText } from '../text/verdict.ts';
import { version } from '../version.ts';

const formats = ['text', 'json', 'sarif', 'junit'] as const;

type Format = (typeof formats)[number];

interface Options extends JudgingOptions {
  readonly format?: Format;
  readonly output?: string;
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check a design against the rules of the Preferred Architecture and of support')
    .argument('<design>', 'the design file')
    .addOption(rulesetOption())
    .addOption(failOnOption())
    .addOption(new Option('--format <format>', 'how the result is printed (default: text)').choices([...formats]))
    .addOption(outputOption('the result'))
    .addOption(todayOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => {
      const { json, format = json ? 'json' : 'text' } = options;
      return run({ json: json ?? format === 'json' }, () => validate(file, format, options));
    });
}

async function validate(file: string, format: Format, options: Options): Promise<ExitStatus> {
  const { ruleset, date, failOn, json } = options;
  if (json && format !== 'json') {
    throw callError('', `The result cannot be both JSON and ${format}.`, '--json or --format', `--format ${format}`);
  }
  await refuseOwnInput(options.output, file);
  const design = await readDesign(file);
  const verdict = validateDesign(design.value, { ...(ruleset !== undefined && { ruleset }), today: date });
  await deliver(verdictAs(verdict, design, format, failOn), options.output);
  return statusOf(verdict.findings, failOn);
}

function verdictAs(
  verdict: Verdict,
  { name, text, value: design }: Input<Design>,
  format: Format,
  failOn: FailOn,
): string {
  const positionOf = locate(text);
  const ruleset = findRuleset(verdict.ruleset);
  switch (format) {
    case 'text':
      return printable(verdictText(verdict, name, positionOf));
    case 'json':
      return toJson(verdict);
    case 'sarif':
      return toJson(toSarif(verdict, { rules, ruleset, uri: uriOf(name), positionOf, version }));
    case 'junit':
      return toJUnit(verdict, {
        rules,
        ruleset,
        suite: design.name,
        fails: (finding) => fails(finding, failOn),
      });
  }
}

/** Relative to the folder of the call, which is the repository's in a pipeline; else absolute. */
function uriOf(file: string): string {
  if (file === '<stdin>') return 'stdin';
  const [target, base] = [pathToFileURL(file).href, pathToFileURL('./').href];
  return relative('.', file).startsWith('..') || !target.startsWith(base) ? target : target.slice(base.length);
}
