import { Option, type Command } from 'commander';
import { counted } from '../../planner/design/format.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { locate } from '../../planner/interop/positions.ts';
import { fixDesign, type Fixed } from '../../planner/rules/index.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { callError } from '../callError.ts';
import { statusOf } from '../failOn.ts';
import { readDesign, refusePicture } from '../files/load.ts';
import { standardInput } from '../files/readText.ts';
import { failOnOption, jsonOption, outputOption, rulesetOption, todayOption, type JudgingOptions } from '../options.ts';
import { deliver, printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { findingText } from '../text/verdict.ts';

interface Options extends JudgingOptions {
  readonly write?: boolean;
  readonly output?: string;
}

export function addFix(program: Command): void {
  program
    .command('fix')
    .description('apply the mechanical mends; without --write or -o only tell them')
    .argument('<design>', 'the design file')
    .addOption(
      new Option('--write', 'write the mended design back to the file (for "-": to stdout)').conflicts('output'),
    )
    .addOption(outputOption('the mended design', 'nowhere'))
    .addOption(rulesetOption())
    .addOption(failOnOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => fix(file, options)));
}

async function fix(file: string, options: Options): Promise<ExitStatus> {
  const target = options.output ?? (options.write ? file : undefined);
  const takesStdout = target === standardInput;
  if (takesStdout && options.json) {
    throw callError('', 'The design and the JSON result cannot both go to stdout.', '-o FILE beside --json', '-');
  }
  const input = await readDesign(file);
  refusePicture(input, target);
  const { ruleset, date } = options;
  const fixed = fixDesign(input.value, { ...(ruleset !== undefined && { ruleset }), today: date });
  if (target !== undefined && (fixed.commands.length > 0 || target !== file || takesStdout)) {
    await deliver(writeDesign(fixed.design), target);
  }
  if (options.json) {
    printJson({
      ruleset: ruleset ?? input.value.ruleset ?? 'pa-2016',
      changes: fixed.commands,
      remaining: fixed.remaining,
    });
  } else {
    const positionOf = locate(target === undefined ? input.text : writeDesign(fixed.design));
    (takesStdout ? say : printText)(
      fixedText(fixed, target !== undefined, (finding) =>
        findingText(finding, target ?? input.name, positionOf, false),
      ),
    );
  }
  return statusOf(fixed.remaining, options.failOn);
}

function fixedText({ commands, remaining }: Fixed, isWritten: boolean, textOf: (finding: Finding) => string): string {
  return [
    ...commands.map(({ label }) => `${isWritten ? 'did' : 'would'}: ${label}`),
    ...remaining.map(textOf),
    `${counted(commands.length, 'mend')}${isWritten ? '' : ', not written: --write does it'}; ${counted(remaining.length, 'finding')} left`,
  ].join('\n');
}
