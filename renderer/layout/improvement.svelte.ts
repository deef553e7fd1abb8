import { improveLayout, type LayoutImprovement } from '../../planner/construct/index.ts';
import type { Design } from '../../planner/design/types.ts';
import type { ImproveRequest, ImproveResponse } from './messages.ts';

const startWorker = (): Worker =>
  new Worker(new URL('./improveWorker.ts', import.meta.url), { type: 'module', name: 'improve-layout' });

/** A search for a better layout that is under way beside the page, or done. One at a time; a new one ends the last. */
export class Improvement {
  /** The fraction of the work that is done. */
  progress = $state(0);
  result = $state.raw<LayoutImprovement>();
  /** What went wrong, which is a mistake in the code. */
  fault = $state<string>();
  #worker: Worker | undefined;

  /** Searches anew. Where no worker can be started the page searches by itself. */
  start(design: Design, vacate: readonly string[], start: () => Worker = startWorker): void {
    this.stop();
    this.progress = 0;
    this.result = undefined;
    this.fault = undefined;
    try {
      const worker = (this.#worker = start());
      const bySelf = (): void => {
        if (worker === this.#worker) this.#searchHere(design, vacate);
      };
      worker.addEventListener('message', ({ data }: MessageEvent<ImproveResponse>) => {
        if (worker === this.#worker) this.#take(data);
      });
      worker.addEventListener('error', bySelf);
      worker.postMessage({ design, vacate } satisfies ImproveRequest);
    } catch {
      this.#searchHere(design, vacate);
    }
  }

  /** Ends the search; what it found by then is gone. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #searchHere(design: Design, vacate: readonly string[]): void {
    this.stop();
    this.#take({ result: improveLayout(design, { vacate }) });
  }

  #take(response: ImproveResponse): void {
    if ('progress' in response) {
      this.progress = response.progress;
      return;
    }
    if ('result' in response) this.result = response.result;
    else this.fault = response.fault;
    this.stop();
  }
}
