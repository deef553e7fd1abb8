import { indexDesign } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { copyTables } from './copyTable.ts';
import { DagRun, type DagState, type FailoverOptions } from './dagRun.ts';
import { healthyDag } from './healthyDag.ts';
import { downBy, type Failed } from './reach.ts';
import { FailureError, readSelector } from './selectors.ts';
import { switchbackSteps, switchoverSteps, type Switchover } from './switchover.ts';

/** Things that fail or come back together. */
export type FailureEvent = { readonly fail: readonly Subject[] } | { readonly heal: readonly Subject[] };

/**
 * What happens at once: a failure or a healing; a monitoring responder finds servers degraded and fails their databases
 * over; a datacenter is given up, or taken back, by hand.
 */
export type FailoverEvent =
  | FailureEvent
  | { readonly respond: readonly Subject[] }
  | { readonly switchover: Subject }
  | { readonly switchback: Subject };

export interface FailoverState {
  readonly dags: readonly DagState[];
  readonly failed: Failed;
  /** DAGs played without a witness, and events that changed nothing: a failure of what is dead, a healing of what lives. */
  readonly notes: readonly string[];
  /** What administrators do for each datacenter switchover, in order. */
  readonly switchovers: readonly Switchover[];
}

/**
 * Plays events in order from the healthy state: after each one the votes are judged and recomputed, and databases
 * activate. What fails in one event fails at once.
 * @throws FailureError for a selector of nothing in the design, or of what the event cannot happen to
 */
export function playFailures(
  design: Design,
  events: readonly FailoverEvent[],
  options: FailoverOptions = {},
): FailoverState {
  if (events.length === 0 && Object.values(options).every((option) => option === undefined))
    return healthyState(design);
  const run = new FailoverRun(design, options);
  for (const event of events) run.play(event);
  return run.state;
}

function healthyState(design: Design): FailoverState {
  const dags = copyTables(design).map(({ dag }) => healthyDag(design, dag));
  return { dags, failed: new Set(), notes: quorumNotes(design), switchovers: [] };
}

/** Which DAGs would need a witness and state none; they are played without one. */
export function quorumNotes({ dags = [] }: Design): string[] {
  return dags
    .filter(({ servers = [], witness }) => servers.length > 0 && servers.length % 2 === 0 && witness === undefined)
    .map(({ name }) => `${name} has an even number of members and states no witness; it is played without one.`);
}

/** A design while events go by. */
export class FailoverRun implements FailoverState {
  readonly failed = new Set<Subject>();
  readonly notes: string[];
  readonly switchovers: Switchover[] = [];
  dags: readonly DagState[];
  readonly runs: readonly DagRun[];
  readonly #degraded = new Set<string>();

  constructor(
    readonly design: Design,
    options: FailoverOptions = {},
  ) {
    this.notes = quorumNotes(design);
    this.runs = copyTables(design).map((table) => new DagRun(design, table, options));
    this.dags = this.#next();
  }

  /** How things stand now; what is played later leaves it as it is. */
  get state(): FailoverState {
    const { dags, failed, notes, switchovers } = this;
    return { dags, failed: new Set(failed), notes: [...notes], switchovers: [...switchovers] };
  }

  /** @throws FailureError for a selector of nothing in the design, or of what the event cannot happen to */
  play(event: FailoverEvent): void {
    if ('fail' in event) this.#fail(event.fail);
    else if ('heal' in event) this.#heal(event.heal);
    else if ('respond' in event) this.#respond(event.respond);
    else if ('switchover' in event) this.#switchOver(event.switchover);
    else this.#switchBack(event.switchback);
  }

  /**
   * What is active follows what the runs were told.
   * @param movesBackIn a DAG whose databases return to their preferred copies now
   */
  settle(movesBackIn?: string): void {
    this.dags = this.#next({ movesBackIn });
  }

  #next({
    responding,
    movesBackIn,
  }: { responding?: ReadonlySet<string>; movesBackIn?: string | undefined } = {}): DagState[] {
    const { failed } = this;
    const change = { failed, degraded: this.#degraded, ...(responding && { responding }) };
    return this.runs.map((run) =>
      run.next(run.table.dag.name === movesBackIn ? { ...change, movesBack: true } : change),
    );
  }

  #fail(texts: readonly Subject[]): void {
    const before = new Set(this.failed);
    for (const selector of texts.map((text) => readSelector(this.design, text))) {
      const cause = causeOf(this.design, before, selector);
      if (cause !== undefined) {
        this.notes.push(
          `${selector} is out of service already${cause === selector ? '' : `, with ${cause}`}; it stays so.`,
        );
      }
      this.failed.add(selector);
    }
    this.dags = this.#next();
  }

  #heal(texts: readonly Subject[]): void {
    for (const selector of texts.map((text) => readSelector(this.design, text))) {
      const server = selector.replace(/^server:/, '');
      if (!this.failed.delete(selector) && !this.#degraded.has(server)) {
        this.notes.push(`${selector} has not failed by itself; nothing heals.`);
      }
      this.#degraded.delete(server);
    }
    this.dags = this.#next();
  }

  #respond(texts: readonly Subject[]): void {
    const servers = texts.map((text) => this.#nameOf('server', text));
    for (const server of servers) this.#degraded.add(server);
    this.dags = this.#next({ responding: new Set(servers) });
  }

  #switchOver(text: Subject): void {
    const datacenter = this.#nameOf('datacenter', text);
    for (const [d, run] of this.runs.entries()) {
      const state = this.dags[d];
      if (!state || !hasMembers(state, datacenter)) continue;
      if (!run.switchOver(datacenter, this.failed)) {
        this.notes.push(
          `${state.table.dag.name} has no member up outside ${datacenter}; nothing can be restored there.`,
        );
        continue;
      }
      this.switchovers.push(switchoverSteps(this.design, state, datacenter));
    }
    this.dags = this.#next();
  }

  #switchBack(text: Subject): void {
    const datacenter = this.#nameOf('datacenter', text);
    for (const [d, run] of this.runs.entries()) {
      const state = this.dags[d];
      if (!state || !hasMembers(state, datacenter)) continue;
      if (!state.table.servers.some(({ value }, s) => value.datacenter === datacenter && state.stopped[s] === 1)) {
        this.notes.push(`${state.table.dag.name} has no stopped member in ${datacenter}; nothing is started.`);
        continue;
      }
      run.switchBack(datacenter);
      this.switchovers.push(switchbackSteps(this.design, state, datacenter));
    }
    this.dags = this.#next();
  }

  #nameOf(kind: 'server' | 'datacenter', text: Subject): string {
    const selector = readSelector(this.design, text);
    if (!selector.startsWith(`${kind}:`)) throw new FailureError(text, kind);
    return selector.slice(kind.length + 1);
  }
}

function hasMembers({ table }: DagState, datacenter: string): boolean {
  return table.servers.some(({ value }) => value.datacenter === datacenter);
}

/** By which failure something is out of service, if it is. */
function causeOf(design: Design, failed: Failed, selector: Subject): Subject | undefined {
  if (failed.has(selector)) return selector;
  const { servers, databases } = indexDesign(design);
  const [kind = '', rest = ''] = selector.split(':');
  const [first = '', second = ''] = rest.split('/');
  const host = servers.get(kind === 'copy' ? second : first);
  if (!host || !['server', 'volume', 'copy'].includes(kind)) return undefined;
  const volume = databases.get(first)?.copies.find(({ value }) => value.server === second)?.value.volume;
  const disk = volume === undefined ? undefined : subject.volume(second, volume);
  return downBy(failed, host.dag, host.value) ?? (disk !== undefined && failed.has(disk) ? disk : undefined);
}
