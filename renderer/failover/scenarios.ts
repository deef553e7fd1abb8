import type { Command } from '../../planner/design/edit.ts';
import type { Design, Scenario } from '../../planner/design/types.ts';
import type { FailureEvent } from '../../planner/simulate/failover/index.ts';
import { scenarioEvents } from '../../planner/simulate/timeline/index.ts';
import { eventText, listed } from '../../planner/simulate/survivors/index.ts';
import { addTo } from '../state/commands.ts';
import { eventParts, type Order } from './events.ts';

/** What a kept scenario plays. */
export interface ScenarioPlay {
  readonly events: readonly FailureEvent[];
  readonly order: Order;
  /** Events that neither fail nor heal something, such as a switchover; they are not stepped through. */
  readonly leftOut: number;
}

/** The events of a kept scenario. Nothing but failures at once is played in that order, so that it can be compared with succession. */
export function scenarioPlay({ events = [] }: Scenario): ScenarioPlay {
  const all = scenarioEvents(events);
  const played = all.filter((event): event is FailureEvent => 'fail' in event || 'heal' in event);
  const leftOut = all.length - played.length;
  const [first] = played;
  if (all.length === 1 && first && 'fail' in first && first.fail.length > 1) {
    return { events: first.fail.map((each) => ({ fail: [each] })), order: 'atOnce', leftOut };
  }
  return { events: played, order: 'succession', leftOut };
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
