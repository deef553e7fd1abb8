import type { Change } from './compare.ts';
import { pointerSteps } from './pointer.ts';
import { excerpt } from './problem.ts';

/** A change as people read it, in parts that a surface puts together. */
export interface ChangeWords {
  readonly verb: 'added' | 'removed' | 'moved' | 'stated' | 'noLongerStated' | 'changed';
  /**
   * What it is about, where that is not the subject itself: a property, "domainControllers.cores"; or a thing without a
   * selector of its own, "network MAPI".
   */
  readonly what: string;
  /** "" where there was nothing to tell. */
  readonly before: string;
  /** "" where there is nothing to tell. */
  readonly after: string;
}

export function changeWords(change: Change): ChangeWords {
  const { kind, before, after } = change;
  if (kind.endsWith('Added'))
    return { verb: 'added', what: thing(change, after), before: '', after: preference(after) };
  if (kind.endsWith('Removed')) {
    return { verb: 'removed', what: thing(change, before), before: preference(before), after: '' };
  }
  const what = pointerSteps(change.path).slice(depthOf(change)).join('.');
  switch (kind) {
    case 'copyMoved':
    case 'serverMoved':
      return { verb: 'moved', what, before: seat(before), after: seat(after) };
    case 'fieldStated':
      return { verb: 'stated', what, before: '', after: value(after) };
    case 'fieldNoLongerStated':
      return { verb: 'noLongerStated', what, before: value(before), after: '' };
    default:
      return { verb: 'changed', what, before: value(before), after: value(after) };
  }
}

/** How many steps of a path lead to what a selector names; two for every other kind. */
const depths: Readonly<Record<string, number>> = { design: 0, server: 4, database: 4, volume: 6, copy: 6 };

/** How many steps of a change's path lead to its subject. */
export function depthOf({ subject }: Change): number {
  return depths[subject.split(':', 1)[0] ?? ''] ?? 2;
}

/** What was added or removed and its name, unless the subject names it already. */
function thing({ kind, subject }: Change, item: unknown): string {
  const word = kind.replace(/(Added|Removed)$/, '');
  return subject.startsWith(`${word}:`) ? '' : `${word} ${nameOf(item)}`;
}

/** What a thing of a list is told apart by. */
function nameOf(item: unknown): string {
  const { name, host, rule, version, text, subject } = item as Partial<Record<string, string>>;
  return [name ?? host ?? rule ?? version ?? text?.replaceAll('\n', ' '), subject]
    .filter((part) => part !== undefined)
    .join(' ');
}

function preference(item: unknown): string {
  const { activationPreference } = item as { activationPreference?: number };
  return activationPreference === undefined ? '' : `preference ${activationPreference}`;
}

/** Where a copy stands: its server and volume, or its volume alone where only that changed. */
function seat(place: unknown): string {
  if (typeof place !== 'object' || place === null) return value(place);
  return Object.values(place).join('/');
}

function value(plain: unknown): string {
  return typeof plain === 'string' ? plain : Array.isArray(plain) ? JSON.stringify(plain) : excerpt(plain);
}
