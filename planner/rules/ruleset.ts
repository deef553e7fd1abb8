import pa2016 from '../../catalog/rulesets/pa-2016.json';
import pa2019 from '../../catalog/rulesets/pa-2019.json';
import seed201505 from '../../catalog/rulesets/seed-2015-05.json';
import type { Design } from '../design/types.ts';
import type { Parameters, Severity } from './rule.ts';

export type RulesetName = NonNullable<Design['ruleset']>;

/** How a ruleset judges one rule: one severity, or one for each message; and the values it asks for. */
export interface RuleEntry {
  readonly severity: Severity | Readonly<Record<string, Severity>>;
  readonly parameters?: Parameters;
}

/** An edition of the Preferred Architecture as data: which rules hold, how severely, with which values. */
export interface Ruleset {
  readonly name: RulesetName;
  readonly title: string;
  readonly description: string;
  /** By rule id, in the order of the verdict. */
  readonly rules: Readonly<Record<string, RuleEntry>>;
}

// The files fit schemas/ruleset.schema.json (a test holds that); TypeScript reads their literals too widely.
const files: unknown[] = [seed201505, pa2016, pa2019];

/** The rulesets, oldest first. */
export const rulesets = files as readonly Ruleset[];

/** The ruleset of a design that names none. */
export const defaultRuleset: RulesetName = 'pa-2016';

/**
 * A ruleset by name.
 * @throws RangeError when there is none of this name
 */
export function findRuleset(name: string): Ruleset {
  const ruleset = rulesets.find((each) => each.name === name);
  if (!ruleset) throw new RangeError(`There is no ruleset ${name}.`);
  return ruleset;
}

/** The severity of one of a rule's messages. */
export function severityOf(entry: RuleEntry, messageId: string): Severity {
  const severity = typeof entry.severity === 'string' ? entry.severity : entry.severity[messageId];
  if (!severity) throw new RangeError(`The ruleset gives the message ${messageId} no severity.`);
  return severity;
}
