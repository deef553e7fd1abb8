/** What is left of something at some time; between two points in a straight line. */
export interface CurvePoint {
  /** Hours since the start. */
  readonly hours: number;
  readonly value: number;
}

/** A curve with its name. */
export interface Curve {
  readonly label: string;
  readonly points: readonly CurvePoint[];
}

/** A moment at which something happens. */
export interface Mark {
  readonly hours: number;
  readonly text: string;
  /** Something gives out. */
  readonly isBad?: boolean;
}

/** What a curve has come to after so many hours; after its end what it ends with. */
export function valueAt(points: readonly CurvePoint[], hours: number): number {
  const next = points.findIndex((point) => point.hours >= hours);
  const after = points[next] ?? points.at(-1);
  const before = points[next - 1];
  if (!after || !before || after.hours === before.hours) return after?.value ?? 0;
  return before.value + ((after.value - before.value) * (hours - before.hours)) / (after.hours - before.hours);
}

/** How fast a curve falls from some time on, per hour. */
export function fallAt(points: readonly CurvePoint[], hours: number): number {
  const next = points.findIndex((point) => point.hours > hours);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return 0;
  return (before.value - after.value) / (after.hours - before.hours);
}

/** Hours between the moments that are looked at: a minute up to a month. */
const steps = [1 / 60, 1 / 12, 1 / 4, 1 / 2, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720];
const mostSteps = 48;

/** The step that takes so many hours in at most four dozen. */
export function stepOver(hours: number): number {
  return steps.find((step) => hours / step <= mostSteps) ?? 720;
}

/** The moments of a table: every step, and those at which something happens. */
export function momentsOf(end: number, marks: readonly Mark[]): readonly number[] {
  const step = stepOver(end);
  const regular = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
  const all = [...regular, ...marks.map(({ hours }) => hours), end].filter((hours) => hours <= end);
  return [...new Set(all)].toSorted((a, b) => a - b);
}
