import type { Subject } from '../../design/subject.ts';
import { nameOf } from './mend.ts';

/** What happened, as a clause: "EX01 fails", "East and EX05 fail". */
export function failureClause(failed: readonly Subject[]): string {
  return `${failed.map(nameOf).join(' and ')} ${failed.length === 1 ? 'fails' : 'fail'}`;
}
