import type { Subject } from '../design/subject.ts';

export type Value = number | string | boolean;

/** A value with its unit and where it comes from: something given, or a figure. */
export interface Quantity<T extends Value = Value> {
  readonly value: T;
  /** "GB", "mailboxes"; "1" for a share, "×" for how many times, "" for text and what has no unit. */
  readonly unit: string;
  /** For something given: where it stands (JSON Pointer), or which table or default gives it. */
  readonly source?: string;
  /** In a list, whose value it is. */
  readonly of?: string;
}

/** A figure that explains itself. */
export interface Figure<T extends Value = Value> extends Quantity<T> {
  /** Such as `databaseSize` or `cpuUtilization.oneServer`. */
  readonly id: string;
  readonly subject: Subject;
  /** The arithmetic in words and signs, naming its inputs: "mailboxes × size ÷ 1,024 × (1 + overhead)". */
  readonly formula: string;
  /** What the formula was given, in the order it names them. Those with an id are figures themselves. */
  readonly inputs: readonly Operand[];
  /** The document or agreement that the formula comes from, with its fact number. */
  readonly source: string;
  /** On a design, where its layout gives another value than the closed formula for its shape: that value, and why. */
  readonly closedFormula?: { readonly value: Value; readonly why: string };
}

/** One operand of a figure: another figure (by id and subject), or a value of the design, an option or a table. */
export interface Operand {
  readonly name: string;
  readonly value: Value;
  readonly unit: string;
  /** The figure that gives this value, where it is one. */
  readonly id?: string;
  readonly subject?: Subject;
  /** For a value that is no figure: where it stands (JSON Pointer) or which table or default gives it. */
  readonly source?: string;
}

/** Something given: by the file, an option, a table or an agreement. @param of in a list, whose value it is */
export function given<T extends Value>(value: T, unit: string, source: string, of?: string): Quantity<T> {
  return of === undefined ? { value, unit, source } : { value, unit, source, of };
}
