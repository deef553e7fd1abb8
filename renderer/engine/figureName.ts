import type { Subject } from '../../planner/design/subject.ts';
import type { WhatIf } from '../../planner/sizing/whatIf.ts';

/** Which figure: its id and what it is of, and what is tried on the design where it is that of a trial. */
export interface FigureName {
  readonly id: string;
  readonly subject: Subject;
  readonly whatIf?: WhatIf;
}
