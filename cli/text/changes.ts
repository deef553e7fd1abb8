import { changeWords } from '../../planner/design/changeWords.ts';
import type { Change } from '../../planner/design/compare.ts';
import { counted } from '../../planner/design/format.ts';

/** Changes for people: one line each, then how many. */
export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'The designs are the same.';
  return [...changes.map(changeText), counted(changes.length, 'change')].join('\n');
}

function changeText(change: Change): string {
  const { subject } = change;
  const { verb, what, before, after } = changeWords(change);
  const thing = what ? `${what} (${subject})` : subject;
  switch (verb) {
    case 'added':
      return `+ ${thing}${after && ` (${after})`}`;
    case 'removed':
      return `- ${thing}${before && ` (${before})`}`;
    case 'moved':
      return `~ ${subject}: moved from ${before} to ${after}`;
    case 'stated':
      return `~ ${subject}: ${what} now ${after}, was not stated`;
    case 'noLongerStated':
      return `~ ${subject}: ${what} no longer stated, was ${before}`;
    case 'changed':
      return `~ ${subject}: ${what} ${before} → ${after}`;
  }
}
