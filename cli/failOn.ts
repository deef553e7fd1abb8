import type { Finding } from '../planner/rules/rule.ts';

export const failOnLevels = ['error', 'warning', 'info', 'never'] as const;
/** The lowest severity that makes a run fail. */
export type FailOn = (typeof failOnLevels)[number];

/** 1 when a finding that is not waived is at least as grave as the bar, else 0. */
export function statusOf(findings: readonly Finding[], failOn: FailOn): 0 | 1 {
  const grave = failOnLevels.slice(0, failOnLevels.indexOf(failOn) + 1);
  return failOn !== 'never' && findings.some(({ severity, waiver }) => !waiver && grave.includes(severity)) ? 1 : 0;
}
