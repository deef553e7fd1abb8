import { InvalidArgumentError, Option, type Command } from 'commander';
import { improveLayout, type LayoutImprovement } from '../../planner/construct/index.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { defaultTolerance } from '../../planner/layout/index.ts';
import { callError } from '../callError.ts';
import { readDesign, refusePicture } from '../files/load.ts';
import { standardInput } from '../files/readText.ts';
import { jsonOption, outputOption } from '../options.ts';
import { deliver, printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { layoutText } from '../text/layout.ts';
import { nearest } from '../text/nearest.ts';

interface Options {
  readonly write?: boolean;
  readonly output?: string;
  readonly vacate?: readonly string[];
  readonly dag?: readonly string[];
  readonly tolerance: number;
  readonly json?: boolean;
}

export function addLayout(program: Command): void {
  program
    .command('layout')
    .description('judge and rebalance where database copies stand')
    .command('improve')
    .description('rebalance database copies with few moves; without --write or -o only tell them')
    .argument('<design>', 'the design file')
    .addOption(
      new Option('--write', 'write the improved design back to the file (for "-": to stdout)').conflicts('output'),
    )
    .addOption(outputOption('the improved design', 'nowhere'))
    .option('--vacate <server>', 'a server that is to be emptied; repeat it for more', collect)
    .option('--dag <name>', 'a DAG to improve (default: all); repeat it for more', collect)
    .addOption(
      new Option('--tolerance <percent>', 'how far above its lower bound a load may be before data is moved for it')
        .argParser(percent)
        .default(defaultTolerance, `${defaultTolerance * 100}`),
    )
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => improve(file, options)));
}

async function improve(file: string, options: Options): Promise<ExitStatus> {
  const target = options.output ?? (options.write ? file : undefined);
  const takesStdout = target === standardInput;
  if (takesStdout && options.json) {
    throw callError('', 'The design and the JSON result cannot both go to stdout.', '-o FILE beside --json', '-');
  }
  const input = await readDesign(file);
  refusePicture(input, target);
  const { name, value: design } = input;
  const index = indexDesign(design);
  refuseUnknown(options.vacate, 'server', [...index.servers.keys()], name);
  refuseUnknown(options.dag, 'DAG', [...index.dags.keys()], name);
  const { vacate = [], dag, tolerance } = options;
  const improved = improveLayout(design, { vacate, tolerance, ...(dag && { dags: dag }) });
  const { command } = improved;
  if (target !== undefined && (command || target !== file || takesStdout)) {
    await deliver(writeDesign(command ? applyCommand(design, command).design : design), target);
  }
  tell(improved, options, target !== undefined, takesStdout);
  return 0;
}

function tell({ dags, command }: LayoutImprovement, options: Options, isWritten: boolean, takesStdout: boolean): void {
  if (options.json) printJson({ dags, changes: command ? [command] : [] });
  else (takesStdout ? say : printText)(layoutText({ dags, command }, isWritten));
}

function refuseUnknown(names: readonly string[] = [], kind: string, known: readonly string[], file: string): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw callError(file, `The design has no ${kind} "${name}".`, near.join(' or ') || `a ${kind}`, `"${name}"`);
  }
}

function collect(name: string, before: readonly string[] = []): string[] {
  return [...before, name];
}

function percent(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= 0 && value <= 1000)) throw new InvalidArgumentError('It is a percentage, from 0 to 1000.');
  return value / 100;
}
