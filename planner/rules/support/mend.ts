import type { Command, Edit } from '../../design/edit.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { FixableFinding } from '../rule.ts';

/** A thing of the design as a label names it: "EX01", "D1 on EX01", "the design". */
export function nameOf(subject: Subject): string {
  const parsed = parseSubject(subject);
  if (!parsed || parsed.kind === 'design') return 'the design';
  switch (parsed.kind) {
    case 'volume':
      return `${parsed.second} on ${parsed.name}`;
    case 'copy':
      return `${parsed.name} on ${parsed.second}`;
    case 'link':
      return `${parsed.name}–${parsed.second}`;
    case 'witness':
      return `the witness of ${parsed.name}`;
    default:
      return parsed.name;
  }
}

/** A mend made of the given edits. */
export function mend(label: string, edits: readonly Edit[]): Command {
  return { name: 'fix-finding', label, edits };
}

/** Sets the offending property: `setTo(finding, 'cores', 24)` is labelled "Set cores of R740xd to 24". */
export function setTo(finding: FixableFinding, words: string, value: string | number, shown = String(value)): Command {
  return mend(`Set ${words} of ${nameOf(finding.subject)} to ${shown}`, [{ op: 'set', path: finding.path, value }]);
}

/** Turns the offending property on or off: "Turn on BitLocker for D1 on EX01". */
export function turn(finding: FixableFinding, words: string, on: boolean): Command {
  return mend(`Turn ${on ? 'on' : 'off'} ${words} for ${nameOf(finding.subject)}`, [
    { op: 'set', path: finding.path, value: on },
  ]);
}
