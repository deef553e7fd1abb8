import type { DatabaseCopy } from '../../planner/design/types.ts';
import { copyInk, copyLook, lagText } from '../../planner/diagram/index.ts';
import { customProperty, type Role } from '../../planner/diagram/palette.ts';

/** The inline style of a copy's chip: the same look as in the topology. */
export function chipStyle(copy: DatabaseCopy): string {
  const { fill, hatched, stroke } = copyLook(copy);
  return [
    `background-color:${fill ? color(fill) : 'transparent'}`,
    `color:${color(copyInk(copy))}`,
    ...(stroke ? [`box-shadow:inset 0 0 0 1px ${color(stroke)}`] : []),
    ...(hatched
      ? ['background-image:radial-gradient(circle, var(--lagged) 7px, transparent 7.5px), var(--hatch)']
      : []),
  ].join(';');
}

/** A copy in words: "DB001 on EX01, activation preference 1". */
export function copyInWords(database: string, copy: DatabaseCopy): string {
  const preference = copy.activationPreference ?? 'not stated';
  const lag = copy.replayLagHours ? `, lagged ${lagText(copy.replayLagHours)}` : '';
  const volume = copy.volume === undefined ? '' : `, ${copy.volume}`;
  return `${database} on ${copy.server}${volume}, activation preference ${preference}${lag}`;
}

function color(role: Role): string {
  return `var(${customProperty(role)})`;
}
