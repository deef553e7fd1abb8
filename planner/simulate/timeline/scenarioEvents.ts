import type { ScenarioEvent } from '../../design/types.ts';
import type { FailoverEvent } from '../failover/index.ts';

export type EventKind = NonNullable<ScenarioEvent['kind']>;

/** Events that happen at once. */
export interface EventGroup {
  /** Undefined where no minute is stated. */
  readonly atMinutes: number | undefined;
  readonly kind: EventKind;
  readonly subjects: readonly string[];
}

/** Events of one kind at the same stated minute, one after the other in the list, happen at once. */
export function grouped(events: readonly ScenarioEvent[]): EventGroup[] {
  const groups: (EventGroup & { readonly subjects: string[] })[] = [];
  for (const { atMinutes, kind = 'fail', subject } of events) {
    const last = groups.at(-1);
    if (atMinutes !== undefined && last?.atMinutes === atMinutes && last.kind === kind) last.subjects.push(subject);
    else groups.push({ atMinutes, kind, subjects: [subject] });
  }
  return groups;
}

/** A kept scenario as events to play in their order, without their times; what is taken down for maintenance fails. */
export function scenarioEvents(events: readonly ScenarioEvent[]): FailoverEvent[] {
  return grouped(events).flatMap(({ kind, subjects }): FailoverEvent[] => {
    switch (kind) {
      case 'fail':
      case 'maintenance':
        return [{ fail: subjects }];
      case 'recover':
        return [{ heal: subjects }];
      case 'respond':
        return [{ respond: subjects }];
      case 'switchover':
        return subjects.map((switchover) => ({ switchover }));
      case 'switchback':
        return subjects.map((switchback) => ({ switchback }));
    }
  });
}
