import type { TimelineDurations } from '../../../schemas/generated/timeline.ts';
import type { Command } from '../../../planner/design/edit.ts';
import { indexDesign } from '../../../planner/design/index.ts';
import { pointer } from '../../../planner/design/pointer.ts';
import { subject, type Subject } from '../../../planner/design/subject.ts';
import type { Design, ScenarioEvent } from '../../../planner/design/types.ts';
import { addTo } from '../../state/commands.ts';

export type EventKind = NonNullable<ScenarioEvent['kind']>;

export const kindNames: Readonly<Record<EventKind, string>> = {
  fail: 'Fails',
  recover: 'Is back',
  maintenance: 'Maintenance',
  respond: 'Responder',
  switchover: 'Given up by hand',
  switchback: 'Taken back',
};

/** Minutes between events to which their minutes are given together: a run of an hour shows most of what follows. */
const apart = 60;

/** Whether a scenario states when everything happens. */
export function isTimed(events: readonly ScenarioEvent[] = []): boolean {
  return events.length > 0 && events.every(({ atMinutes }) => atMinutes !== undefined);
}

/** The scenario whose timeline is shown: the one that was picked, else the first with times, else the first. */
export function shownScenario({ scenarios = [] }: Design, picked: string | undefined): number {
  const named = scenarios.findIndex(({ name }) => name === picked);
  if (named >= 0) return named;
  return Math.max(
    0,
    scenarios.findIndex(({ events }) => isTimed(events)),
  );
}

/** A scenario with times of its own, in which something fails at its start. */
export function newTimeline(design: Design, about: Subject): { readonly command: Command; readonly name: string } {
  const taken = new Set((design.scenarios ?? []).map(({ name }) => name));
  let name = 'Timeline';
  for (let n = 2; taken.has(name); n += 1) name = `Timeline ${n}`;
  const events: ScenarioEvent[] = [{ atMinutes: 0, kind: 'fail', subject: about }];
  return {
    name,
    command: { ...addTo(design, '/scenarios', { name, events }, `Add ${name}`), name: 'add-timeline' },
  };
}

/** Puts events in the place of those of a scenario, in order of their times; what has none stays where it is. */
export function setEvents(scenario: number, events: readonly ScenarioEvent[], label: string): Command {
  const timed = events.filter(({ atMinutes }) => atMinutes !== undefined);
  const sorted = timed.toSorted((a, b) => (a.atMinutes ?? 0) - (b.atMinutes ?? 0));
  const value = isTimed(events) ? sorted : events;
  return { name: 'set-events', label, edits: [{ op: 'set', path: pointer('scenarios', scenario, 'events'), value }] };
}

/** The same events with a minute each, an hour apart; those that state one keep it. */
export function withMinutes(events: readonly ScenarioEvent[]): ScenarioEvent[] {
  let before = -apart;
  return events.map((event) => {
    before = event.atMinutes ?? before + apart;
    return { ...event, atMinutes: before };
  });
}

/** One more event, an hour after the last: what fails first in the list is back, else the first server fails. */
export function nextEvent(design: Design, events: readonly ScenarioEvent[]): ScenarioEvent {
  const atMinutes = Math.max(-apart, ...events.map((event) => event.atMinutes ?? 0)) + apart;
  const recovered = new Set(events.flatMap(({ kind, subject: about }) => (kind === 'recover' ? [about] : [])));
  const down = events.find(({ kind = 'fail', subject: about }) => kind === 'fail' && !recovered.has(about));
  if (down) return { atMinutes, kind: 'recover', subject: down.subject };
  const [server = ''] = indexDesign(design).servers.keys();
  return { atMinutes, kind: 'fail', subject: subject.server(server) };
}

/** What events are offered to happen to: everything that can fail but disks and copies, of which there are too many. */
export function offeredSubjects(design: Design): readonly Subject[] {
  const { datacenters, dags, servers } = indexDesign(design);
  return [
    ...[...datacenters.keys()].map(subject.datacenter),
    ...(design.links ?? []).map(({ from, to }) => subject.link(from, to)),
    ...[...dags.values()].flatMap(({ value }) => (value.witness ? [subject.witness(value.name)] : [])),
    ...[...dags.keys()].map(subject.dag),
    ...[...servers.keys()].map(subject.server),
  ];
}

/** "serverDetectionSeconds" → "Server detection". */
export function durationLabel(name: string): string {
  const words = name
    .replace(/(MBPerSecond|PerSecond|Seconds|Minutes|Hours|Ms)$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The file that `simulate failover --timeline` plays. */
export function timelineFile({
  name,
  events,
  durations,
  untilMinutes,
}: {
  readonly name: string;
  readonly events: readonly ScenarioEvent[];
  readonly durations: TimelineDurations;
  readonly untilMinutes?: number | undefined;
}): string {
  const file = {
    format: 'dagwright-timeline/1',
    name,
    events,
    ...(untilMinutes !== undefined && { untilMinutes }),
    ...(Object.keys(durations).length > 0 && { durations }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
