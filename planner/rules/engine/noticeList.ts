import type { Area, Severity } from '../rule.ts';

/** What the planner itself has to say: about waivers and about rules that fail, not about the design. */
export interface Notice {
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  /** What holds where there is nothing to say. */
  readonly title: string;
  readonly why: string;
  /** The text, with {placeholders} for the data. */
  readonly message: string;
}

export const waiverUnused: Notice = {
  id: 'waiver-unused',
  area: 'waivers',
  severity: 'warning',
  title: 'Every waiver silences a finding',
  why: 'A waiver that silences nothing hides the finding it was meant for the day it comes back.',
  message: 'This waiver of {waived} silences nothing: {reason}.',
};

export const waiverExpired: Notice = {
  id: 'waiver-expired',
  area: 'waivers',
  severity: 'warning',
  title: 'No waiver is past its last day',
  why: 'A waiver with a last day was accepted for a time only; after it the finding counts again.',
  message: 'This waiver of {waived} held until {until}.',
};

export const waiverUnknownRule: Notice = {
  id: 'waiver-unknown-rule',
  area: 'waivers',
  severity: 'warning',
  title: 'Every waiver names a rule',
  why: 'A waiver of a rule that does not exist silences nothing; most often its name is misspelt.',
  message: 'There is no rule {waived}.',
};

export const ruleError: Notice = {
  id: 'rule-error',
  area: 'support',
  severity: 'warning',
  title: 'Every rule can be checked',
  why: 'A rule that fails has not judged the design. It is a fault of the planner.',
  message: 'The rule {failed} could not be checked: {reason}',
};

export const notices: readonly Notice[] = [waiverUnused, waiverExpired, waiverUnknownRule, ruleError];
