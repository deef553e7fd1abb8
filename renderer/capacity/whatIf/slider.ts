import type { Amount } from './knobs.ts';

/** A slider for an amount. Where the amount has stops, its positions are theirs, so that it rests at nothing else. */
export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where its marks stand, as shares of its length. */
  readonly marks: readonly number[];
  readonly positionOf: (value: number) => number;
  readonly valueAt: (position: number) => number;
}

export function sliderOf({ least, most, step, stops, base }: Amount): Slider {
  if (stops) return slidingOver(stops);
  const clamp = (value: number): number => Math.min(most, Math.max(least, value));
  return {
    min: least,
    max: most,
    step,
    marks: [],
    positionOf: clamp,
    // What the design has may lie between two steps; the one beside it stands for it.
    valueAt: (position) => (base !== undefined && Math.abs(position - base) <= step / 2 ? base : position),
  };
}

/** More marks than this run into one another. */
const mostMarks = 40;

function slidingOver(stops: readonly number[]): Slider {
  const last = stops.length - 1;
  return {
    min: 0,
    max: last,
    step: 1,
    marks: stops.length > mostMarks ? [] : stops.map((_, i) => (last === 0 ? 0 : i / last)),
    positionOf: (value) => {
      const next = stops.findIndex((stop) => stop >= value);
      if (next <= 0) return next === 0 ? 0 : last;
      const [before = 0, after = 0] = [stops[next - 1], stops[next]];
      return next - (after - value) / (after - before);
    },
    valueAt: (position) => stops[Math.round(position)] ?? 0,
  };
}

/** A position as a share of the slider's length. */
export function shareOf({ min, max }: Slider, position: number): number {
  return max === min ? 0 : (position - min) / (max - min);
}
