import type { Command } from '../../planner/design/edit.ts';
import type { Design, Scenario } from '../../planner/design/types.ts';
import type { FailureEvent } from '../../planner/simulate/failover/index.ts';
import { addTo } from '../state/commands.ts';
import { eventParts, type Order } from './events.ts';
import { eventText, listed } from './words.ts';

/** What a kept scenario plays. */
export interface ScenarioPlay {
  readonly events: readonly FailureEvent[];
  readonly order: Order;
  /** Events of other kinds than failing and recovering, which only a timeline plays. */
  readonly leftOut: number;
}

/** Whether an event of a kind is a failure; other kinds are not played step by step. */
const playedKinds: ReadonlyMap<string, boolean> = new Map([
  ['fail', true],
  ['recover', false],
]);

/**
 * The events of a kept scenario. Neighbours of one kind with the same minute happen at once, all others one after the
 * other; what is nothing but failures at once is played in that order, so that it can be compared with succession.
 */
export function scenarioPlay({ events = [] }: Scenario): ScenarioPlay {
  const groups: { isFailure: boolean; minute: number | undefined; subjects: string[] }[] = [];
  let leftOut = 0;
  for (const { kind = 'fail', subject, atMinutes: minute } of events) {
    const isFailure = playedKinds.get(kind);
    const last = groups.at(-1);
    if (isFailure === undefined) leftOut += 1;
    else if (minute !== undefined && last?.minute === minute && last.isFailure === isFailure)
      last.subjects.push(subject);
    else groups.push({ isFailure, minute, subjects: [subject] });
  }
  const [first] = groups;
  if (groups.length === 1 && first?.isFailure && first.subjects.length > 1) {
    return { events: first.subjects.map((each) => ({ fail: [each] })), order: 'atOnce', leftOut };
  }
  return {
    events: groups.map(({ isFailure, subjects }) => (isFailure ? { fail: subjects } : { heal: subjects })),
    order: 'succession',
    leftOut,
  };
}

/** Puts what is played on the record. What happens at once gets one minute; else the order says what comes first. */
export function keepScenario(design: Design, played: readonly FailureEvent[]): Command {
  const scenario: Scenario = {
    name: freeName(design, defaultName(played)),
    events: played.flatMap((event, i) => {
      const { isFailure, subjects } = eventParts(event);
      return subjects.map((subject) => ({
        ...(subjects.length > 1 && { atMinutes: i }),
        kind: isFailure ? ('fail' as const) : ('recover' as const),
        subject,
      }));
    }),
  };
  return { ...addTo(design, '/scenarios', scenario, `Keep scenario ${scenario.name}`), name: 'keep-scenario' };
}

function defaultName(played: readonly FailureEvent[]): string {
  const [only] = played;
  if (played.length === 1 && only) return eventText(only);
  return listed(played.map(eventText), 3);
}

function freeName({ scenarios = [] }: Design, wanted: string): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted} ${n}`;
  return name;
}
