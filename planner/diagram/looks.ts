import type { DatabaseCopy } from '../design/types.ts';
import type { Role } from './palette.ts';
import type { LegendEntry } from './scene.ts';

export type Swatch = LegendEntry['swatch'];

/** How a copy is drawn: the blue ramp of activation preferences, lagged copies hatched grey. */
export function copyLook(copy: DatabaseCopy): Swatch {
  if (lagOf(copy) > 0) return { fill: 'lagged', hatched: true };
  switch (copy.activationPreference) {
    case undefined:
      return { fill: 'track', stroke: 'lineStrong' };
    case 1:
      return { fill: 'preference1' };
    case 2:
      return { fill: 'preference2' };
    case 3:
      return { fill: 'preference3' };
    default:
      return { fill: 'panel', stroke: 'preference2' };
  }
}

/** A copy that a failure made active: green, and a dot where its preference is not written. */
export const activatedLook = { fill: 'ok' } as const satisfies Swatch;
/** What has failed is dashed in red, whatever it is. */
export const failedLook = { stroke: 'red', dashed: true } as const satisfies Swatch;
/** What carries nothing because it has failed, or its server has. */
export const emptiedLook = { stroke: 'lineStrong' } as const satisfies Swatch;

/** The role of text on a copy. */
export function copyInk(copy: DatabaseCopy, isActivated = false): Role {
  if (isActivated) return 'panel';
  if (lagOf(copy) > 0) return 'onLagged';
  switch (copy.activationPreference) {
    case 1:
      return 'onPreference1';
    case 2:
      return 'onPreference2';
    case 3:
      return 'onPreference3';
    default:
      return 'ink';
  }
}

/** How a disk without copies is drawn. */
export const diskLook = {
  data: { fill: 'panel', stroke: 'line' },
  unassigned: { fill: 'panel', stroke: 'line' },
  spare: { stroke: 'lineStrong', dashed: true },
  restore: { fill: 'accentSoft', stroke: 'lineStrong', dashed: true },
  system: { fill: 'track', stroke: 'lineStrong' },
} as const satisfies Record<string, Swatch>;

/** Hours by which a copy lags; 0 for one that does not, or does not say so. */
export function lagOf(copy: DatabaseCopy): number {
  return copy.replayLagHours ?? 0;
}

/** How a fraction of a server's processor is drawn, against the design's limit. */
export function loadRole(utilization: number, limit: number): Role {
  if (utilization > 1) return 'red';
  return utilization > limit ? 'amber' : 'preference2';
}

/** The tints of a whole server in the overview, by the share of the limit that its load takes. */
export const heatSteps = [
  { upTo: 0.5, role: 'accentSoft' },
  { upTo: 0.75, role: 'preference3' },
  { upTo: 1, role: 'preference2' },
] as const;

/** The tint for a load: stronger with it, and that of its bar above the limit. */
export function heatRole(utilization: number, limit: number): Role {
  const step = heatSteps.find(({ upTo }) => utilization <= upTo * limit);
  return step?.role ?? loadRole(utilization, limit);
}

/** The role of text on a tint. */
export function heatInk(tint: Role): Role {
  switch (tint) {
    case 'preference2':
      return 'onPreference2';
    case 'preference3':
      return 'onPreference3';
    case 'amber':
    case 'red':
      return 'panel';
    default:
      return 'ink';
  }
}
