import { counted } from '../../planner/design/format.ts';
import type { Change } from '../../planner/design/compare.ts';
import { excerpt } from '../../planner/design/problem.ts';
import { pointerSteps } from '../../planner/design/pointer.ts';

/** Changes for people: one line each, then how many. */
export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'The designs are the same.';
  return [...changes.map(changeText), counted(changes.length, 'change')].join('\n');
}

function changeText({ kind, subject, path, before, after }: Change): string {
  const field = fieldOf(subject, path);
  if (kind.endsWith('Added')) return `+ ${what(kind, subject, after)}`;
  if (kind.endsWith('Removed')) return `- ${what(kind, subject, before)}`;
  switch (kind) {
    case 'copyMoved':
      return `~ ${subject}: moved from ${seat(before)} to ${seat(after)}`;
    case 'serverMoved':
      return `~ ${subject}: moved from ${value(before)} to ${value(after)}`;
    case 'fieldStated':
      return `~ ${subject}: ${field} now ${value(after)}, was not stated`;
    case 'fieldNoLongerStated':
      return `~ ${subject}: ${field} no longer stated, was ${value(before)}`;
    default:
      return `~ ${subject}: ${field} ${value(before)} → ${value(after)}`;
  }
}

/** How many steps of a path lead to what a selector names. */
const depths: Readonly<Record<string, number>> = { design: 0, server: 4, database: 4, volume: 6, copy: 6 };

/** A property as seen from its subject: "cores", "domainControllers.cores". */
function fieldOf(subject: string, path: string): string {
  const depth = depths[subject.split(':', 1)[0] ?? ''] ?? 2;
  return pointerSteps(path).slice(depth).join('.');
}

/** The thing itself; where it has no selector of its own, what it is and its name, within what it belongs to. */
function what(kind: string, subject: string, item: unknown): string {
  const word = kind.replace(/(Added|Removed)$/, '');
  if (subject.startsWith(`${word}:`)) return `${subject}${preference(item)}`;
  return `${word} ${nameOf(item)} (${subject})`;
}

function nameOf(item: unknown): string {
  const { name, host, rule, version, subject } = item as Partial<Record<string, string>>;
  return [name ?? host ?? rule ?? version, subject].filter((part) => part !== undefined).join(' ');
}

function preference(item: unknown): string {
  const { activationPreference } = item as { activationPreference?: number };
  return activationPreference === undefined ? '' : ` (preference ${activationPreference})`;
}

/** Where a copy stands: its server and volume, or its volume alone where only that changed. */
function seat(place: unknown): string {
  if (typeof place !== 'object' || place === null) return value(place);
  return Object.values(place).join('/');
}

function value(plain: unknown): string {
  return typeof plain === 'string' ? plain : Array.isArray(plain) ? JSON.stringify(plain) : excerpt(plain);
}
