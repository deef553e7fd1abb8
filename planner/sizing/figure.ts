import type { Subject } from '../design/subject.ts';

/** A figure that explains itself. */
export interface Figure {
  /** Such as `databaseSize` or `cpuUtilization.oneServer`. */
  readonly id: string;
  readonly subject: Subject;
  readonly value: number | string | boolean;
  /** "GB", "mailboxes", "1" for a ratio, "" for text. */
  readonly unit: string;
  /** The arithmetic in words and signs, naming its inputs: "mailboxes × size ÷ 1,024 × (1 + overhead)". */
  readonly formula: string;
  /** What the formula was given, in the order it names them. Those with an id are figures themselves. */
  readonly inputs: readonly Operand[];
  /** The document or agreement that the formula comes from, with its fact number. */
  readonly source: string;
}

/** One operand of a figure: another figure (by id and subject), or a value of the design, an option or a table. */
export interface Operand {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  /** The figure that gives this value, where it is one. */
  readonly id?: string;
  readonly subject?: Subject;
  /** For a value that is no figure: where it stands (JSON Pointer) or which table or default gives it. */
  readonly source?: string;
}
