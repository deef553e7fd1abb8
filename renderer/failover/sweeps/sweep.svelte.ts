import { untrack } from 'svelte';
import { indexDesign } from '../../../planner/design/index.ts';
import type { Design } from '../../../planner/design/types.ts';
import type { DiskSets, Progress, SetSize } from '../../../planner/simulate/survivors/index.ts';
import type { ActivationCount } from '../../../planner/sizing/index.ts';
import { theEngine } from '../../engine/engine.ts';
import type { Order } from '../events.ts';
import { sweptSizes, type PairOutcome } from './sweeps.ts';

/** What a sweep is about. */
export interface SweepOf {
  readonly design: Design;
  readonly dag: string;
  readonly order: Order;
  readonly staticVotes: boolean;
}

/** Every failure set and every pair of servers of a DAG, played by the engine part by part. */
export class ServerSweep {
  of = $state.raw<SweepOf>();
  sizes = $state.raw<readonly SetSize[]>([]);
  pairs = $state.raw<readonly PairOutcome[]>([]);
  /** Of the DAG, by mode of failure. */
  activations = $state.raw<readonly ActivationCount[]>([]);
  /** Undefined while nothing is being played. */
  progress = $state.raw<Progress>();
  /** Whether it was given up before it was done. */
  cancelled = $state(false);
  fault = $state('');
  #control = new AbortController();

  /** Plays it unless it is played or has been; what is known of something else goes away. */
  start(of: SweepOf): void {
    untrack(() => {
      if (this.of && isSame(this.of, of)) return;
      void this.#run(of);
    });
  }

  again(): void {
    if (this.of) void this.#run(this.of);
  }

  cancel(): void {
    this.#control.abort();
    this.cancelled = this.progress !== undefined;
    this.progress = undefined;
  }

  async #run(of: SweepOf): Promise<void> {
    this.#control.abort();
    const { signal } = (this.#control = new AbortController());
    this.of = of;
    [this.sizes, this.pairs, this.activations, this.cancelled, this.fault] = [[], [], [], false, ''];
    try {
      await this.#play(of, signal);
    } catch (error) {
      if (!signal.aborted) this.fault = String(error);
    }
    if (!signal.aborted) this.progress = undefined;
  }

  async #play({ design, dag, ...rest }: SweepOf, signal: AbortSignal): Promise<void> {
    const servers = (indexDesign(design).dags.get(dag)?.value.servers ?? []).map(({ name }) => name);
    const sizes = sweptSizes(servers.length);
    const all = sizes.length + servers.length + 1;
    this.progress = { done: 0, all };
    for (const upTo of sizes) {
      const answer = await theEngine().ask(design, 'serverSets', { dag, upTo, ...rest });
      if (signal.aborted) return;
      this.sizes = answer;
      this.progress = { done: this.progress.done + 1, all };
    }
    for (const server of servers) {
      const answer = await theEngine().ask(design, 'serverPairs', { dag, server, ...rest });
      if (signal.aborted) return;
      this.pairs = [...this.pairs, ...answer];
      this.progress = { done: this.progress.done + 1, all };
    }
    const counts = await theEngine().ask(design, 'activations', null);
    if (!signal.aborted) this.activations = counts.filter((count) => count.dag === dag);
  }
}

/** Every disk and every pair of disks of a DAG: played only when it is asked for. */
export class DiskSweep {
  of = $state.raw<Pick<SweepOf, 'design' | 'dag'>>();
  result = $state.raw<DiskSets>();
  progress = $state.raw<Progress>();
  fault = $state('');
  #control = new AbortController();

  async start(design: Design, dag: string): Promise<void> {
    this.cancel();
    const { signal } = (this.#control = new AbortController());
    this.of = { design, dag };
    this.progress = { done: 0, all: 1 };
    try {
      const onProgress = (progress: Progress): void => {
        if (!signal.aborted) this.progress = progress;
      };
      const answer = await theEngine().ask(design, 'diskPairs', { dag }, { signal, onProgress });
      if (!signal.aborted) this.result = answer;
    } catch (error) {
      if (!signal.aborted) this.fault = String(error);
    }
    if (!signal.aborted) this.progress = undefined;
  }

  cancel(): void {
    this.#control.abort();
    [this.progress, this.result, this.fault] = [undefined, undefined, ''];
  }
}

function isSame(a: SweepOf, b: SweepOf): boolean {
  return a.design === b.design && a.dag === b.dag && a.order === b.order && a.staticVotes === b.staticVotes;
}
