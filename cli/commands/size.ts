import type { Command } from 'commander';
import type { Figure } from '../../planner/sizing/figure.ts';
import { sizeRequirements, type Refusal } from '../../planner/construct/index.ts';
import type { Design, Requirements } from '../../planner/design/types.ts';
import { sizeDesign } from '../../planner/sizing/index.ts';
import { CallError, callError } from '../callError.ts';
import { isRequirements, readDesignOrRequirements, type Input } from '../files/load.ts';
import { jsonOption } from '../options.ts';
import { printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { explainedFigures, explanationText, figuresText } from '../text/figures.ts';
import { nearest } from '../text/nearest.ts';

interface Options {
  readonly explain?: string;
  readonly json?: boolean;
}

export function addSize(program: Command): void {
  program
    .command('size')
    .description('size a design, or what requirements ask for')
    .argument('<file>', 'the design or requirements file')
    .option('--explain <id>', 'show the working of a figure, such as databaseSize')
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => size(file, options)));
}

async function size(file: string, { explain, json }: Options): Promise<ExitStatus> {
  const input = await readDesignOrRequirements(file);
  const { name } = input;
  const figures = figuresIn(input);
  const chosen = explain === undefined ? figures : figuresOf(explain, figures, name);
  if (json) printJson({ figures: explain === undefined ? figures : explainedFigures(chosen, figures) });
  else printText(explain === undefined ? figuresText(figures) : explanationText(chosen, figures));
  return 0;
}

/** @throws CallError when requirements contradict themselves */
function figuresIn({ name, value, text }: Input<Design | Requirements>): readonly Figure[] {
  if (!isRequirements(value)) return sizeDesign(value).figures;
  const sized = sizeRequirements(value);
  if (!sized.ok) throw new CallError(name, sized.problems, text);
  if (sized.refusal) say(openText(sized.refusal));
  return sized.figures;
}

function openText({ message, remedy }: Refusal): string {
  return `Without servers and DAGs, these are the figures of the mailboxes alone. ${message} ${remedy}`;
}

/** @throws CallError when no figure has the id; it names those that are near */
function figuresOf(id: string, figures: readonly Figure[], file: string): Figure[] {
  const chosen = figures.filter((figure) => figure.id === id);
  if (chosen.length > 0) return chosen;
  const near = nearest(id, [...new Set(figures.map((figure) => figure.id))]);
  throw callError(
    file,
    `There is no figure "${id}" of this file.`,
    near.join(' or ') || 'the id of a figure',
    `"${id}"`,
  );
}
