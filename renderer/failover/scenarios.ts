import type { Command } from '../../planner/design/edit.ts';
import type { Design, Scenario } from '../../planner/design/types.ts';
import type { FailoverEvent } from '../../planner/simulate/failover/index.ts';
import { scenarioEvents } from '../../planner/simulate/timeline/index.ts';
import { eventText, listed } from '../../planner/simulate/survivors/index.ts';
import { addTo } from '../state/commands.ts';
import { eventParts, type Order } from './events.ts';

/** What a kept scenario plays. */
export interface ScenarioPlay {
  readonly events: readonly FailoverEvent[];
  readonly order: Order;
}

/** The events of a kept scenario. Nothing but failures at once is played in that order, so that it can be compared with succession. */
export function scenarioPlay({ events = [] }: Scenario): ScenarioPlay {
  const played = scenarioEvents(events);
  const [first] = played;
  if (played.length === 1 && first && 'fail' in first && first.fail.length > 1) {
    return { events: first.fail.map((each) => ({ fail: [each] })), order: 'atOnce' };
  }
  return { events: played, order: 'succession' };
}

/** Puts what is played on the record. What happens at once gets one minute; else the order says what comes first. */
export function keepScenario(design: Design, played: readonly FailoverEvent[]): Command {
  const scenario: Scenario = {
    name: freeName(design, defaultName(played)),
    events: played.flatMap((event, i) => {
      const { kind, subjects } = eventParts(event);
      return subjects.map((subject) => ({
        ...(subjects.length > 1 && { atMinutes: i }),
        kind: kind === 'heal' ? ('recover' as const) : kind,
        subject,
      }));
    }),
  };
  return { ...addTo(design, '/scenarios', scenario, `Keep scenario ${scenario.name}`), name: 'keep-scenario' };
}

function defaultName(played: readonly FailoverEvent[]): string {
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
