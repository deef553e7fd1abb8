import { indexDesign } from '../../planner/design/index.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { TimelineDurations } from '../../schemas/generated/timeline.ts';
import type { Design } from '../../planner/design/types.ts';
import type { PlayedFailures } from '../../planner/diagram/index.ts';
import type { FailoverEvent, FailoverOptions } from '../../planner/simulate/failover/index.ts';
import { type FailoverOutcome, type Result, resultOf } from '../../planner/simulate/survivors/index.ts';
import { sizingOptions } from '../../planner/sizing/index.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import { failedAfter, givenUpAfter, inOrder, knownEvents, type Order } from './events.ts';
import { outcomeOf } from './outcomes.ts';
import type { MeasureId } from './sweeps/measures.ts';
import { DiskSweep, ServerSweep } from './sweeps/sweep.svelte.ts';

/** From one event of a replay to the next: long enough to see where databases go. */
const stepMilliseconds = 1100;

/** How a timeline is shown and played; none of it is kept in the design. */
class TimelineChoice {
  /** The name of the scenario that was picked. */
  scenario = $state<string>();
  /** How long things take, where that is not the default. */
  durations = $state.raw<TimelineDurations>({});
  untilMinutes = $state<number>();
}

/** The failures that are played on one document: what happened, and how far one has stepped through it. */
export class FailoverPlay {
  readonly #document: DesignDocument;
  #events = $state.raw<readonly FailoverEvent[]>([]);
  #position = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  order = $state<Order>('succession');
  /** Votes stay as at the start, instead of following each change that is survived. */
  staticVotes = $state(false);
  #lock = $state<string>();
  /** The DAG whose failures are swept, and what they are compared by; the first of each where undefined. */
  dag = $state<string>();
  measure = $state<MeasureId>();
  readonly timeline = new TimelineChoice();
  readonly sweeps = { servers: new ServerSweep(), disks: new DiskSweep() };

  constructor(document: DesignDocument) {
    this.#document = document;
  }

  readonly #known = $derived.by(() => knownEvents(this.#document.design, this.#events));
  readonly #cpuLimit = $derived.by(() => sizingOptions(this.#document.design).cpuLimitFraction);
  readonly #failures = $derived.by(() => {
    const { design } = this.#document;
    const events = this.inEffect;
    return {
      failed: failedAfter(design, events),
      outcome: outcomeOf(design, inOrder(design, events, this.order), this.options),
      before: outcomeOf(design, [], this.options),
    };
  });
  readonly #givenUp = $derived.by(() => givenUpAfter(this.#document.design, this.inEffect));
  readonly #options = $derived.by((): FailoverOptions => {
    const { lock } = this;
    return { ...(this.staticVotes && { dynamicVotes: false }), ...(lock !== undefined && { lockDatacenter: lock }) };
  });
  readonly #result = $derived.by(() => this.resultAt(this.position));

  get design(): Design {
    return this.#document.design;
  }
  /** Everything that has happened, also what one has stepped back from. */
  get events(): readonly FailoverEvent[] {
    return this.#known.events;
  }
  /** What the events name and the design no longer has. */
  get unknown(): readonly Subject[] {
    return this.#known.unknown;
  }
  /** How many of the events are in effect. */
  get position(): number {
    return Math.min(this.#position, this.events.length);
  }
  get inEffect(): readonly FailoverEvent[] {
    return this.events.slice(0, this.position);
  }
  /** What is drawn: the events in effect, in the order that was chosen. */
  get failures(): PlayedFailures {
    return this.#failures;
  }
  /** The datacenters that are given up by hand. */
  get givenUp(): ReadonlySet<Subject> {
    return this.#givenUp;
  }
  /** How quorum is played, where it is not by default. */
  get options(): FailoverOptions {
    return this.#options;
  }
  /** The datacenter whose side holds the witness's lock when links are cut; undefined: the first of each pair. */
  get lock(): string | undefined {
    return this.#lock !== undefined && indexDesign(this.design).datacenters.has(this.#lock) ? this.#lock : undefined;
  }
  set lock(datacenter: string | undefined) {
    this.#lock = datacenter;
  }
  get result(): Result {
    return this.#result;
  }
  /** The utilisation above which a server is overloaded, a fraction. */
  get cpuLimit(): number {
    return this.#cpuLimit;
  }

  /** What came of the first so many events. */
  outcomeAt(position: number): FailoverOutcome {
    return outcomeOf(this.design, inOrder(this.design, this.events.slice(0, position), this.order), this.options);
  }
  resultAt(position: number): Result {
    return resultOf(this.outcomeAt(position), outcomeOf(this.design, [], this.options), this.#cpuLimit);
  }

  /** Fails what lives and heals what has failed by itself. What one had stepped back from is forgotten. */
  toggle(about: Subject): FailoverEvent {
    const event = this.failures.failed.has(about) ? { heal: [about] } : { fail: [about] };
    this.#take([...this.inEffect, event]);
    return event;
  }

  /** Gives a datacenter up by hand, or takes it back. */
  switchOver(datacenter: Subject): FailoverEvent {
    const event = this.givenUp.has(datacenter) ? { switchback: datacenter } : { switchover: datacenter };
    this.#take([...this.inEffect, event]);
    return event;
  }

  /** Puts other events in the place of these, all of them in effect. */
  play(events: readonly FailoverEvent[], order = this.order): void {
    this.order = order;
    this.#take(events);
  }

  /** Plays events from the healthy state, one after the other before the eyes; at once where less motion is preferred. */
  replay(events: readonly FailoverEvent[], order = this.order): void {
    this.play(events, order);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#position = 0;
    this.#replay();
  }

  #replay(): void {
    this.#timer = setTimeout(() => {
      this.#position = this.position + 1;
      if (this.position < this.events.length) this.#replay();
    }, stepMilliseconds);
  }

  healAll(): void {
    const failed = [...this.failures.failed];
    const healing: FailoverEvent[] = failed.length > 0 ? [{ heal: failed }] : [];
    const back = [...this.givenUp].map((switchback) => ({ switchback }));
    if (healing.length + back.length > 0) this.#take([...this.inEffect, ...healing, ...back]);
  }

  clear(): void {
    this.#take([]);
  }

  goTo(position: number): void {
    clearTimeout(this.#timer);
    this.#position = Math.max(0, Math.min(position, this.events.length));
  }

  #take(events: readonly FailoverEvent[]): void {
    clearTimeout(this.#timer);
    this.#events = events;
    this.#position = events.length;
  }
}

const plays = new WeakMap<DesignDocument, FailoverPlay>();

/** The one play of a document; kept while another view is looked at. */
export function failoverPlay(document: DesignDocument): FailoverPlay {
  let play = plays.get(document);
  if (!play) plays.set(document, (play = new FailoverPlay(document)));
  return play;
}
