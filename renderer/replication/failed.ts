import type { Design } from '../../planner/design/types.ts';
import type { FailoverEvent } from '../../planner/simulate/failover/index.ts';
import { scenarioEvents } from '../../planner/simulate/timeline/index.ts';

/** Nothing has failed; what has failed in the failover view has; or a kept scenario, by its name. */
export type FailedId = 'healthy' | 'now' | `kept:${string}`;
export const healthy = 'healthy' satisfies FailedId;

/** What can be chosen to have failed. */
export interface FailedChoice {
  readonly id: FailedId;
  readonly label: string;
  readonly events: readonly FailoverEvent[];
}

/** @param now the events in effect in the failover view, and what they are called */
export function failedChoices(
  { scenarios = [] }: Design,
  now: { readonly events: readonly FailoverEvent[]; readonly label: string },
): readonly FailedChoice[] {
  return [
    { id: healthy, label: 'Nothing has failed', events: [] },
    ...(now.events.length > 0
      ? [{ id: 'now' as const, label: `As played now: ${now.label}`, events: now.events }]
      : []),
    ...scenarios.map(({ name, events = [] }) => ({
      id: `kept:${name}` as const,
      label: name,
      events: scenarioEvents(events),
    })),
  ];
}
