import { indexDesign } from '../../design/index.ts';
import { parseSubject, subject, type Subject } from '../../design/subject.ts';
import type { Design, ScenarioEvent } from '../../design/types.ts';
import type { TimelineDurations } from '../../../schemas/generated/timeline.ts';
import { FailoverRun, readSelector, type FailoverOptions } from '../failover/index.ts';
import { failoverOutcome, type FailoverOutcome } from '../survivors/index.ts';
import { Agenda } from './agenda.ts';
import { DatabaseClocks, type Outage } from './databaseClocks.ts';
import { byName, durationsOf, type Duration, type Durations } from './durations.ts';
import { PlayDowns } from './playDowns.ts';
import { Reseeding } from './reseeding.ts';
import { grouped, type EventKind } from './scenarioEvents.ts';
import { Steps, type StepKind, type TimelineStep } from './steps.ts';

/** What happens, in order of time, and how long what follows takes. */
export interface TimelineInput {
  readonly events: readonly ScenarioEvent[];
  /** When the run ends; default when nothing more follows. */
  readonly untilMinutes?: number;
  readonly durations?: TimelineDurations;
}

/** One database over a run. */
export interface DatabaseAvailability {
  readonly name: string;
  readonly dag: string;
  /** Share of the run in which it was mounted. */
  readonly availability: number;
  readonly downSeconds: number;
  readonly outages: readonly Outage[];
}

/** A timeline, played. */
export interface TimelineOutcome {
  readonly endSeconds: number;
  readonly steps: readonly TimelineStep[];
  /** In file order. */
  readonly databases: readonly DatabaseAvailability[];
  /** Over all databases; null where there is none. */
  readonly availability: { readonly worst: number | null; readonly mean: number | null };
  /** How long things took, and where each figure comes from. */
  readonly durations: readonly Duration[];
  /** Where everything is at the end; the notes of the run stand there. */
  readonly end: FailoverOutcome;
}

/**
 * Plays a timeline: events with their times, and what follows from each: detection, activation, AutoReseed, play-down of
 * lagged copies, databases that move back. `timelineProblems` finds none in its events.
 * @throws FailureError for a selector of nothing in the design, or of what an event cannot happen to
 */
export function playTimeline(design: Design, timeline: TimelineInput, options: FailoverOptions = {}): TimelineOutcome {
  return new TimelineRun(design, timeline, options).outcome();
}

/** How databases come to move. */
interface Cause {
  /** Moved on purpose, with a lossless switchover. */
  readonly planned: boolean;
  /** Until a failure is noticed, seconds. */
  readonly detection: number;
  /** What a mount is told as. */
  readonly as: StepKind;
}

const atOnce: Cause = { planned: false, detection: 0, as: 'mounted' };
const onPurpose: Cause = { planned: true, detection: 0, as: 'mounted' };

class TimelineRun {
  readonly #run: FailoverRun;
  readonly #agenda = new Agenda();
  readonly #steps = new Steps();
  readonly #durations: readonly Duration[];
  readonly #times: Durations;
  readonly #reseeding: Reseeding;
  readonly #playDowns: PlayDowns;
  readonly #notes = new Set<string>();
  readonly #clocks: readonly DatabaseClocks[];
  /** By DAG and database, the candidate on which it is or is about to be mounted, or -1. */
  readonly #seats: readonly Int32Array[];
  readonly #hadQuorum: boolean[];
  readonly #movesBack = new Set<string>();
  /** Servers that are down for maintenance, by what was named. */
  readonly #maintained = new Map<Subject, readonly Subject[]>();

  constructor(
    readonly design: Design,
    readonly timeline: TimelineInput,
    options: FailoverOptions,
  ) {
    this.#durations = durationsOf(design, timeline.durations);
    this.#times = byName(this.#durations);
    this.#run = new FailoverRun(design, { ...options, movesBackAtOnce: false });
    const around = {
      design,
      run: this.#run,
      agenda: this.#agenda,
      steps: this.#steps,
      durations: this.#times,
      note: (text: string) => void this.#notes.add(text),
      changed: () => {
        this.#run.settle();
        this.#follow(atOnce);
      },
    };
    this.#reseeding = new Reseeding(around);
    this.#playDowns = new PlayDowns(around);
    const { dags } = this.#run;
    this.#clocks = dags.map(({ table }) => new DatabaseClocks(table.databases.length));
    this.#seats = dags.map(({ chosen }) => Int32Array.from(chosen));
    this.#hadQuorum = dags.map(({ hasQuorum }) => hasQuorum);
    dags.forEach(({ chosen }, d) =>
      chosen.forEach((candidate, database) => {
        if (candidate < 0) this.#clocks[d]?.dismount(database, 0);
      }),
    );
    this.#playDowns.follow();
    for (const { atMinutes = 0, kind, subjects } of grouped(timeline.events)) {
      this.#agenda.at(atMinutes * 60, () =>
        this.#play(
          kind,
          subjects.map((text) => readSelector(design, text)),
        ),
      );
    }
  }

  outcome(): TimelineOutcome {
    const { design, timeline } = this;
    const until = timeline.untilMinutes === undefined ? Infinity : timeline.untilMinutes * 60;
    this.#agenda.runUntil(until);
    const endSeconds = until < Infinity ? until : (this.#steps.list.at(-1)?.atSeconds ?? 0);
    const databases = this.#run.dags.flatMap(({ table }, d) =>
      table.databases.map(({ name }, database): DatabaseAvailability => {
        const outages = this.#clocks[d]?.outages(database) ?? [];
        const downSeconds = outages.reduce(
          (sum, { fromSeconds, toSeconds }) => sum + (toSeconds ?? endSeconds) - fromSeconds,
          0,
        );
        const isDown = outages.at(-1)?.toSeconds === null;
        const availability = endSeconds > 0 ? 1 - downSeconds / endSeconds : isDown ? 0 : 1;
        return { name, dag: table.dag.name, availability, downSeconds, outages };
      }),
    );
    const shares = databases.map(({ availability }) => availability);
    const end = failoverOutcome(design, this.#run);
    return {
      endSeconds,
      steps: this.#steps.list,
      databases,
      availability: {
        worst: shares.length === 0 ? null : Math.min(...shares),
        mean: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
      },
      durations: this.#durations,
      end: { ...end, notes: [...end.notes, ...this.#notes] },
    };
  }

  #play(kind: EventKind, subjects: readonly Subject[]): void {
    for (const each of subjects) this.#steps.tell(this.#agenda.now, kind, null, each);
    switch (kind) {
      case 'fail':
        return this.#fail(subjects);
      case 'recover':
        return this.#recover(subjects);
      case 'maintenance':
        return this.#maintain(subjects);
      case 'respond':
        this.#run.play({ respond: subjects });
        return this.#follow(onPurpose);
      case 'switchover':
      case 'switchback':
        for (const each of subjects) {
          this.#run.play(kind === 'switchover' ? { switchover: each } : { switchback: each });
        }
        return this.#follow(atOnce);
    }
  }

  #fail(subjects: readonly Subject[]): void {
    const fresh = subjects.filter((each) => !this.#run.failed.has(each));
    this.#run.play({ fail: subjects });
    this.#follow({
      planned: false,
      detection: Math.max(...subjects.map((each) => this.#detection(each))),
      as: 'mounted',
    });
    for (const each of fresh) if (each.startsWith('volume:')) this.#reseeding.failed(each);
  }

  #recover(subjects: readonly Subject[]): void {
    const disks = subjects.filter((each) => each.startsWith('volume:'));
    const others = subjects.filter((each) => !each.startsWith('volume:'));
    const healed = others.flatMap((each) => {
      const maintained = this.#maintained.get(each) ?? [each];
      this.#maintained.delete(each);
      return maintained;
    });
    for (const disk of disks) this.#reseeding.replaced(disk);
    this.#run.play({ heal: healed });
    this.#follow(atOnce);
    this.#reseeding.retry();
  }

  /** Servers are taken down one after the other, so that the votes follow. */
  #maintain(subjects: readonly Subject[]): void {
    for (const each of subjects) {
      const servers = this.#serversOf(each).filter((server) => !this.#run.failed.has(server));
      this.#maintained.set(each, servers);
      for (const server of servers) {
        this.#run.play({ fail: [server] });
        this.#follow(onPurpose);
      }
    }
  }

  #serversOf(selector: Subject): Subject[] {
    const { kind, name } = parseSubject(selector) ?? {};
    return [...indexDesign(this.design).servers.values()]
      .filter(
        ({ value, dag }) =>
          (kind === 'server' && value.name === name) ||
          (kind === 'datacenter' && value.datacenter === name) ||
          (kind === 'dag' && dag.name === name),
      )
      .map(({ value }) => subject.server(value.name));
  }

  #detection(selector: Subject): number {
    const { serverDetectionSeconds, siteDetectionSeconds, diskDetectionSeconds } = this.#times;
    if (selector.startsWith('server:')) return serverDetectionSeconds;
    return /^(volume|copy):/.test(selector) ? diskDetectionSeconds : siteDetectionSeconds;
  }

  /** Databases go where they are active now, and what else follows from a change is begun. */
  #follow(cause: Cause): void {
    this.#run.dags.forEach((state, d) => {
      const { table, hasQuorum, chosen } = state;
      if (hasQuorum !== this.#hadQuorum[d]) {
        this.#hadQuorum[d] = hasQuorum;
        const { name } = table.dag;
        this.#steps.tell(this.#agenda.now, hasQuorum ? 'quorumRegained' : 'quorumLost', name, subject.dag(name));
      }
      chosen.forEach((candidate, database) => this.#move(d, database, candidate, cause));
      if (cause.as !== 'movedBack') this.#scheduleMoveBack(d);
    });
    this.#playDowns.follow();
  }

  #move(d: number, database: number, candidate: number, cause: Cause): void {
    const [seats, clocks, table] = [this.#seats[d], this.#clocks[d], this.#run.dags[d]?.table];
    if (!seats || !clocks || !table || seats[database] === candidate) return;
    const wasOffline = seats[database] === -1;
    seats[database] = candidate;
    const move = clocks.dismount(database, this.#agenda.now);
    const selector = subject.database(table.databases[database]?.name ?? '');
    if (candidate < 0) {
      this.#steps.tell(this.#agenda.now, 'offline', table.dag.name, selector);
      return;
    }
    const { switchoverSeconds, failoverSeconds } = this.#times;
    const delay = cause.planned ? switchoverSeconds : (wasOffline ? 0 : cause.detection) + failoverSeconds;
    this.#agenda.after(delay + this.#playDowns.replaySeconds(d, candidate), () => {
      if (!clocks.mount(database, move, this.#agenda.now)) return;
      this.#steps.tell(this.#agenda.now, cause.as, table.dag.name, selector);
      this.#playDowns.mounted(d, candidate);
    });
  }

  /** Databases that are not on their preferred copies look for them the DAG's interval later (facts B3.6). */
  #scheduleMoveBack(d: number): void {
    const state = this.#run.dags[d];
    if (!state) return;
    const { dag, firstCandidate } = state.table;
    const hours = dag.preferenceMoveFrequencyHours === undefined ? 1 : dag.preferenceMoveFrequencyHours;
    const isAway = state.chosen.some((candidate, database) => candidate >= 0 && candidate !== firstCandidate[database]);
    if (hours === null || !isAway || this.#movesBack.has(dag.name)) return;
    this.#movesBack.add(dag.name);
    this.#agenda.after(hours * 3600, () => {
      this.#movesBack.delete(dag.name);
      this.#run.settle(dag.name);
      this.#follow({ planned: true, detection: 0, as: 'movedBack' });
    });
  }
}
