import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';
import type { RulesetName } from '../../planner/rules/index.ts';
import { base } from './base.ts';

/** What an edit of the base design makes a rule say. */
export interface Failure {
  readonly edits: readonly Edit[];
  /** Where it is not pa-2016. */
  readonly ruleset?: RulesetName;
  readonly messageId: string;
  readonly severity?: string;
  readonly subject: string;
  readonly path: Pointer;
  readonly message: string;
  /** The label of its mend, where it has one. */
  readonly fix?: string;
}

/** Small named edits of the base design: ones that a rule accepts, ones it does not, ones that leave it nothing to judge. */
export interface Sample {
  readonly passes: Readonly<Record<string, readonly Edit[]>>;
  readonly fails: Readonly<Record<string, Failure>>;
  readonly notStated: Readonly<Record<string, readonly Edit[]>>;
}

export const set = (path: Pointer, value: unknown): Edit => ({ op: 'set', path, value });
export const remove = (path: Pointer): Edit => ({ op: 'remove', path });
export const insert = (path: Pointer, value: unknown): Edit => ({ op: 'insert', path, value });

/** The base design with some edits. */
export function edited(edits: readonly Edit[]): Design {
  return applyCommand(base, { name: 'sample', label: 'Sample', edits }).design;
}

/** Sets one property of every server of the base design. */
export const onEveryServer = (property: string, value: unknown): Edit[] =>
  (base.dags?.[0]?.servers ?? []).map((_, i) => set(`/dags/0/servers/${i}/${property}`, value));
