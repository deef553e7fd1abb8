import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import type { Finding, Severity } from '../../planner/rules/rule.ts';

/** What a change would break: a rule that is met so far, of one thing. */
export interface Breach {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

const keysKnown = new WeakMap<Design, { readonly today: string; readonly keys: ReadonlySet<string> }>();

/** The rules that edits would break, the worst first, each with the first thing it is about; advice aside. */
export function breachesBy(design: Design, edits: readonly Edit[], today: string): readonly Breach[] {
  const before = keysOf(design, today);
  const after = applyCommand(design, { name: 'trial', label: '', edits }).design;
  const breaches = new Map<string, Breach>();
  for (const finding of findingsOf(after, today)) {
    const { rule, severity, message } = finding;
    if (!before.has(keyOf(finding)) && !breaches.has(rule)) breaches.set(rule, { rule, severity, message });
  }
  return [...breaches.values()];
}

function keysOf(design: Design, today: string): ReadonlySet<string> {
  const known = keysKnown.get(design);
  if (known?.today === today) return known.keys;
  const keys = new Set(findingsOf(design, today).map(keyOf));
  keysKnown.set(design, { today, keys });
  return keys;
}

function findingsOf(design: Design, today: string): readonly Finding[] {
  return validateDesign(design, { today }).findings.filter(({ severity, waiver }) => severity !== 'info' && !waiver);
}

/** By rule and thing: places in lists may be others after the change. */
function keyOf({ rule, subject, messageId }: Finding): string {
  return [rule, subject, messageId].join(' ');
}
