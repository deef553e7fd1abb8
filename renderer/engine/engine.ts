import type { Design } from '../../planner/design/types.ts';
import type { QuestionKind, Questions, Request, Response } from './question.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the engine in a worker. The design goes over once, with the first question about it. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #sent: Design | undefined;
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.#take(data));
    worker.addEventListener('error', ({ message }) => this.#fail(message));
  }

  /** @throws where the engine fails, which is a mistake in the code */
  ask<K extends QuestionKind>(design: Design, kind: K, ask: Questions[K]['ask']): Promise<Questions[K]['answer']> {
    if (design !== this.#sent) this.#post({ design });
    this.#sent = design;
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#post({ id, kind, ask } as Request);
    });
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #take(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if ('fault' in response) waiting?.reject(new Error(response.fault));
    else waiting?.resolve(response.answer as never);
  }

  /** The worker itself could not be loaded or run. */
  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}

let engine: Engine | undefined;

/** The page's one engine, started when it is first asked. */
export function theEngine(): Engine {
  engine ??= new Engine(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }));
  return engine;
}
