import type { Subject } from '../../planner/design/subject.ts';

/** What a click on the drawing does, besides selecting. */
export interface Tool {
  /** The thing that is used where something stands under the pointer: a disk for a copy on it. */
  readonly target: (about: Subject) => Subject | undefined;
  readonly use: (about: Subject) => void;
  /** How the keyboard does the same, as a sentence. */
  readonly keys: string;
}
