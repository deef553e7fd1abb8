import type { LayoutImprovement } from '../../planner/construct/index.ts';
import type { Design } from '../../planner/design/types.ts';

/** What the page asks of the worker: a better layout of a design, with some servers emptied. */
export interface ImproveRequest {
  readonly design: Design;
  readonly vacate: readonly string[];
}

/** What comes back: how far it is, as a fraction, and at last the result. */
export type ImproveResponse =
  { readonly progress: number } | { readonly result: LayoutImprovement } | { readonly fault: string };
