import { InvalidArgumentError, Option } from 'commander';
import { rulesets } from '../planner/rules/index.ts';
import { failOnLevels, type FailOn } from './failOn.ts';
import { dateOption, today } from './today.ts';

/** Options of the commands that judge a design. */
export interface JudgingOptions {
  readonly ruleset?: string;
  readonly failOn: FailOn;
  readonly date: string;
  readonly json?: boolean;
}

export const rulesetOption = (): Option =>
  new Option(
    '--ruleset <name>',
    "the edition of the Preferred Architecture (default: the design's own, else pa-2016)",
  ).choices(rulesets.map(({ name }) => name));

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'the lowest severity that makes the exit status 1')
    .choices([...failOnLevels])
    .default('error');

export const todayOption = (): Option =>
  new Option('--date <YYYY-MM-DD>', 'the date against which waivers expire')
    .argParser(dateOption)
    .default(today(), 'today');

export const jsonOption = (): Option => new Option('--json', 'print the result as JSON');

/** @param otherwise where the result goes without it */
export const outputOption = (what: string, otherwise = 'stdout'): Option =>
  new Option('-o, --output <file>', `write ${what} to this file; "-" is stdout (default: ${otherwise})`).argParser(
    fileOption,
  );

function fileOption(text: string): string {
  if (text === '') throw new InvalidArgumentError('A file has a name.');
  return text;
}
