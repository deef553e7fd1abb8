import type { Severity } from '../../planner/rules/rule.ts';

/** How severities are called on screen. */
export const severityWord: Readonly<Record<Severity, string>> = {
  error: 'Unsupported',
  warning: 'Deviation',
  info: 'Advice',
};

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

export function worse(a: Severity, b: Severity): Severity {
  return rank[a] > rank[b] ? a : b;
}
