import type { Design } from '../../planner/design/types.ts';
import { CancelledError, type Progress } from '../../planner/simulate/survivors/index.ts';
import type { ServerLoad } from '../../planner/sizing/index.ts';
import { editsBetween } from './difference.ts';
import type { Judgement } from './judgement.ts';
import { PartsTaker } from './keptParts.ts';
import type { QuestionKind, Questions, Request, Response } from './question.ts';

/** How a long question is followed, and given up. */
export interface Following {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

interface Waiting extends Following {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** More are dearer than the whole design. */
const MOST_EDITS = 100;

/** Asks the engine in a worker. The design goes over with the first question, later ones by what they change of it. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #loads = new PartsTaker<ServerLoad>();
  #sent: Design | undefined;
  #broken: Error | undefined;
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.#take(data));
    worker.addEventListener('error', ({ message }) => this.#fail(message));
  }

  /**
   * @throws CancelledError once the signal is aborted; another error where the engine fails, which is a mistake in the code, or
   * cannot be started
   */
  ask<K extends QuestionKind>(
    design: Design,
    kind: K,
    ask: Questions[K]['ask'],
    following: Following = {},
  ): Promise<Questions[K]['answer']> {
    if (this.#broken) return Promise.reject(this.#broken);
    this.#send(design);
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { ...following, resolve, reject });
      this.#post({ id, kind, ask } as Request);
      following.signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
    });
  }

  #cancel(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#post({ cancel: id });
    waiting.reject(new CancelledError());
  }

  #send(design: Design): void {
    if (design === this.#sent) return;
    const edits = this.#sent && editsBetween(this.#sent, design, MOST_EDITS);
    this.#post(edits ? { edits } : { design });
    this.#sent = design;
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #take(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    if ('progress' in response) {
      waiting?.onProgress?.(response.progress);
      return;
    }
    this.#waiting.delete(response.id);
    if ('fault' in response) {
      // Whatever went wrong, the next question brings the whole design along.
      this.#sent = undefined;
      waiting?.reject(new Error(response.fault));
    } else waiting?.resolve(this.#answerOf(response) as never);
  }

  #answerOf(response: Extract<Response, { judgement: unknown } | { answer: unknown }>): unknown {
    if ('answer' in response) return response.answer;
    const { verdict, loads } = response.judgement;
    return { verdict, loads: this.#loads.take(loads) } satisfies Judgement;
  }

  /** The worker itself could not be loaded or run. */
  #fail(message: string): void {
    this.#broken = new Error(message || 'The engine did not start.');
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }
}

let engine: Engine | undefined;

/** The page's one engine, started when it is first asked. */
export function theEngine(): Engine {
  engine ??= new Engine(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }));
  return engine;
}
