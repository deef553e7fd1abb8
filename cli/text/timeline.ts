import { counted, formatNumber } from '../../planner/design/format.ts';
import {
  lengthText,
  mountedText,
  stepText,
  timeText,
  type TimelineOutcome,
} from '../../planner/simulate/timeline/index.ts';
import { columns } from './columns.ts';
import { switchoverText } from './failover.ts';

/** So many of the databases that were down longest are listed. */
const mostListed = 10;

/** A timeline for people: what happens when, what that means for databases, and what the times rest on. */
export function timelineText({ steps, databases, availability, endSeconds, durations, end }: TimelineOutcome): string {
  const down = databases
    .filter(({ downSeconds }) => downSeconds > 0)
    .sort((a, b) => b.downSeconds - a.downSeconds)
    .slice(0, mostListed);
  return [
    ...columns(
      steps.map((step) => [timeText(step.atSeconds), stepText(step)]),
      ['right', 'left'],
    ),
    `${timeText(endSeconds)}  the end`,
    ...end.switchovers.flatMap(switchoverText),
    availability.worst === null || availability.mean === null
      ? 'No database.'
      : `Databases mounted: ${mountedText(availability.worst)} of the time at worst, ${mountedText(availability.mean)} on average`,
    ...columns(
      down.map(({ name, downSeconds, outages, availability: own }) => [
        name,
        mountedText(own),
        `${lengthText(downSeconds)} in ${counted(outages.length, 'outage')}`,
      ]),
      ['left', 'right', 'left'],
      '    ',
    ),
    'Played with:',
    ...columns(
      durations.map(({ name, value, unit, source }) => [name, `${formatNumber(value)} ${unit}`, source]),
      ['left', 'right', 'left'],
      '    ',
    ),
  ].join('\n');
}
