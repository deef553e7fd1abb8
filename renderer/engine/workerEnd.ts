import type { Design } from '../../planner/design/types.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { CancelledError } from '../../planner/simulate/survivors/index.ts';
import type { ServerLoad } from '../../planner/sizing/index.ts';
import { answerTo, type Parts } from './answer.ts';
import { judgementOf } from './judgement.ts';
import { PartsSender } from './keptParts.ts';
import type { Question, Request, Response } from './question.ts';

/** The engine's end in the worker. It holds the design that was spoken of last. */
export class WorkerEnd {
  readonly #tell: (response: Response) => void;
  #design: Design | undefined;
  /** The questions that are being answered. */
  readonly #running = new Map<number, AbortController>();
  readonly #loads = new PartsSender<ServerLoad>();

  constructor(tell: (response: Response) => void) {
    this.#tell = tell;
  }

  /** Takes a message of the page. */
  take(request: Request): void {
    if ('design' in request) {
      this.#design = request.design;
      this.#loads.forget();
    } else if ('edits' in request) {
      const { edits } = request;
      this.#design = this.#design && applyCommand(this.#design, { name: 'edits', label: '', edits }).design;
    } else if ('cancel' in request) this.#running.get(request.cancel)?.abort();
    else void this.#answer(request);
  }

  async #answer(question: Question): Promise<void> {
    const { id } = question;
    const control = new AbortController();
    this.#running.set(id, control);
    const parts: Parts = { pause, signal: control.signal, onProgress: (progress) => this.#tell({ id, progress }) };
    try {
      const design = this.#design;
      if (!design) throw new Error('No design was sent.');
      if (question.kind === 'judgement') {
        const { verdict, loads } = judgementOf(design, question.ask.today);
        this.#tell({ id, judgement: { verdict, loads: this.#loads.send(loads) } });
        return;
      }
      const answered = answerTo(design, question, parts);
      this.#tell({ id, answer: answered instanceof Promise ? await answered : answered });
    } catch (error) {
      if (!(error instanceof CancelledError)) this.#tell({ id, fault: String(error) });
    } finally {
      this.#running.delete(id);
    }
  }
}

/** Lets the messages in that wait, one of which may be that the question is cancelled. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
