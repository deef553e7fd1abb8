import type { Finding } from '../planner/rules/rule.ts';

export const failOnLevels = ['error', 'warning', 'info', 'never'] as const;
/** The lowest severity that makes a run fail. */
export type FailOn = (typeof failOnLevels)[number];

/** Whether a finding is not waived and at least as grave as the bar. */
export function fails({ severity, waiver }: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && !waiver && failOnLevels.indexOf(severity) <= failOnLevels.indexOf(failOn);
}

/** 1 when a finding fails, else 0. */
export function statusOf(findings: readonly Finding[], failOn: FailOn): 0 | 1 {
  return findings.some((finding) => fails(finding, failOn)) ? 1 : 0;
}
