import type { Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { PlayedFailures } from '../../planner/diagram/index.ts';
import type { FailureEvent } from '../../planner/simulate/failover/index.ts';
import { type FailoverOutcome, type Result, resultOf } from '../../planner/simulate/survivors/index.ts';
import { sizingOptions } from '../../planner/sizing/index.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import { failedAfter, inOrder, knownEvents, type Order } from './events.ts';
import { outcomeOf } from './outcomes.ts';
import type { MeasureId } from './sweeps/measures.ts';
import { DiskSweep, ServerSweep } from './sweeps/sweep.svelte.ts';

/** From one event of a replay to the next: long enough to see where databases go. */
const stepMilliseconds = 1100;

/** The failures that are played on one document: what happened, and how far one has stepped through it. */
export class FailoverPlay {
  readonly #document: DesignDocument;
  #events = $state.raw<readonly FailureEvent[]>([]);
  #position = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  order = $state<Order>('succession');
  /** The DAG whose failures are swept, and what they are compared by; the first of each where undefined. */
  dag = $state<string>();
  measure = $state<MeasureId>();
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
      outcome: outcomeOf(design, inOrder(design, events, this.order)),
      before: outcomeOf(design, []),
    };
  });
  readonly #result = $derived.by(() => this.resultAt(this.position));

  get design(): Design {
    return this.#document.design;
  }
  /** Everything that has happened, also what one has stepped back from. */
  get events(): readonly FailureEvent[] {
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
  get inEffect(): readonly FailureEvent[] {
    return this.events.slice(0, this.position);
  }
  /** What is drawn: the events in effect, in the order that was chosen. */
  get failures(): PlayedFailures {
    return this.#failures;
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
    return outcomeOf(this.design, inOrder(this.design, this.events.slice(0, position), this.order));
  }
  resultAt(position: number): Result {
    return resultOf(this.outcomeAt(position), outcomeOf(this.design, []), this.#cpuLimit);
  }

  /** Fails what lives and heals what has failed by itself. What one had stepped back from is forgotten. */
  toggle(about: Subject): FailureEvent {
    const event = this.failures.failed.has(about) ? { heal: [about] } : { fail: [about] };
    this.#take([...this.inEffect, event]);
    return event;
  }

  /** Puts other events in the place of these, all of them in effect. */
  play(events: readonly FailureEvent[], order = this.order): void {
    this.order = order;
    this.#take(events);
  }

  /** Plays events from the healthy state, one after the other before the eyes; at once where less motion is preferred. */
  replay(events: readonly FailureEvent[], order = this.order): void {
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
    if (failed.length > 0) this.#take([...this.inEffect, { heal: failed }]);
  }

  clear(): void {
    this.#take([]);
  }

  goTo(position: number): void {
    clearTimeout(this.#timer);
    this.#position = Math.max(0, Math.min(position, this.events.length));
  }

  #take(events: readonly FailureEvent[]): void {
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
