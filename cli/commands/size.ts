import type { Command } from 'commander';
import { sizeRequirements, type Refusal } from '../../planner/construct/index.ts';
import type { Design, Requirements } from '../../planner/design/types.ts';
import type { Figure } from '../../planner/sizing/figure.ts';
import { sizeDesign, sizingOptions } from '../../planner/sizing/index.ts';
import { CallError, callError } from '../callError.ts';
import { isRequirements, readDesignOrRequirements, type Input } from '../files/load.ts';
import { jsonOption } from '../options.ts';
import { printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { nearest } from '../text/nearest.ts';
import { explainedFigures, explanationText } from '../text/sizing/explanation.ts';
import { subjectText, summaryText } from '../text/sizing/summary.ts';

interface Options {
  readonly explain?: string;
  readonly subject?: string;
  readonly json?: boolean;
}

export function addSize(program: Command): void {
  program
    .command('size')
    .description('size a design by its layout, or requirements by closed formulas')
    .argument('<file>', 'the design or requirements file')
    .option('--explain <id>', 'show the working of a figure, such as databaseSize')
    .option('--subject <selector>', 'only the figures of this, such as server:EX01')
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => size(file, options)));
}

async function size(file: string, { explain, subject, json }: Options): Promise<ExitStatus> {
  const input = await readDesignOrRequirements(file);
  const figures = figuresIn(input);
  const { name, value } = input;
  const ofSubject = subject === undefined ? figures : only(figures, 'subject', subject, name);
  const chosen = explain === undefined ? ofSubject : only(ofSubject, 'id', explain, name);
  if (json) printJson({ figures: explain === undefined ? chosen : explainedFigures(chosen, figures) });
  else if (explain !== undefined) printText(explanationText(chosen, figures));
  else if (subject !== undefined) printText(subjectText(chosen));
  else printText(summaryText(titleOf(value), figures, sizingOptions(value).cpuLimitFraction));
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

function titleOf(value: Design | Requirements): string {
  return `${value.name}, ${isRequirements(value) ? 'requirements by closed formulas' : 'a design by its layout'}`;
}

function openText({ message, remedy }: Refusal): string {
  return `Without servers and DAGs, these are the figures of the mailboxes alone. ${message} ${remedy}`;
}

const kinds = { id: 'figure', subject: 'subject with figures' } as const;

/** @throws CallError when no figure has the id or subject; it names those that are near */
function only(figures: readonly Figure[], by: keyof typeof kinds, wanted: string, file: string): Figure[] {
  const chosen = figures.filter((figure) => figure[by] === wanted);
  if (chosen.length > 0) return chosen;
  const near = nearest(wanted, [...new Set(figures.map((figure) => figure[by]))]);
  throw callError(
    file,
    `There is no ${kinds[by]} "${wanted}" in this file.`,
    near.join(' or ') || `a ${kinds[by]}`,
    `"${wanted}"`,
  );
}
