import type { Subject } from '../../planner/design/subject.ts';
import type { Bounds } from '../../planner/diagram/index.ts';

/** What of the drawing is needed to lay out on it. */
export interface Drawing {
  /** What stands at a point of the window, from the innermost outwards; undefined outside the drawing. */
  readonly under: (clientX: number, clientY: number) => readonly Subject[] | undefined;
  /** Where a subject is on the screen, from the drawing's corner. */
  readonly onScreen: (subject: Subject) => readonly Bounds[];
  /** What lies wholly within a part of the screen, measured from the drawing's corner. */
  readonly within: (part: Bounds) => readonly Subject[];
}

/** Takes a press on the drawing, so that it moves no view. */
export interface Presses {
  readonly take: (event: PointerEvent, under: readonly Subject[]) => boolean;
}
