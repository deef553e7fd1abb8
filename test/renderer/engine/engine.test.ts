import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { answerTo } from '../../../renderer/engine/answer.ts';
import { Engine } from '../../../renderer/engine/engine.ts';
import { judgementOf } from '../../../renderer/engine/judgement.ts';
import type { Request, Response } from '../../../renderer/engine/question.ts';
import { sample } from '../sample.ts';

const today = '2026-01-31';
const edited = (design: Design, ...edits: Edit[]): Design =>
  applyCommand(design, { name: 'edit', label: '', edits }).design;

/** A worker in this thread: what goes in and out is cloned, as between threads. */
class NearWorker extends EventTarget {
  readonly sent: string[] = [];
  failing = false;
  #design: Design | undefined;

  postMessage(message: Request): void {
    const data = structuredClone(message);
    this.sent.push('kind' in data ? data.kind : 'design' in data ? 'design' : `${data.edits.length} edits`);
    queueMicrotask(() => this.#take(data));
  }

  #take(data: Request): void {
    if ('design' in data) this.#design = data.design;
    else if ('edits' in data) this.#design = this.#design && edited(this.#design, ...data.edits);
    else this.#answer(data);
  }

  #answer(question: Extract<Request, { kind: unknown }>): void {
    if (!this.#design) throw new Error('No design was sent.');
    const response: Response = this.failing
      ? { id: question.id, fault: 'A mistake' }
      : { id: question.id, answer: answerTo(this.#design, question) };
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(response) }));
  }
}

function started(): { worker: NearWorker; engine: Engine; judge: (design: Design) => Promise<unknown> } {
  const worker = new NearWorker();
  const engine = new Engine(worker as unknown as Worker);
  return { worker, engine, judge: (design) => engine.ask(design, 'judgement', { today }) };
}

describe('the engine', () => {
  it('is sent a design once, and after an edit only what changed', async () => {
    const { worker, judge } = started();
    const changed = edited(sample, { op: 'set', path: '/hardware/0/cores', value: 44 });
    expect(await judge(sample)).toEqual(judgementOf(sample, today));
    expect(await judge(sample)).toEqual(judgementOf(sample, today));
    expect(await judge(changed)).toEqual(judgementOf(changed, today));
    expect(worker.sent).toEqual(['design', 'judgement', 'judgement', '1 edits', 'judgement']);
  });

  it('is sent a design whole that has little in common with the last', async () => {
    const { worker, judge } = started();
    await judge({ ...sample, mailboxTiers: Array.from({ length: 200 }, (_, i) => ({ name: `T${i}` })) });
    await judge({ ...sample, mailboxTiers: Array.from({ length: 200 }, (_, i) => ({ name: `U${i}` })) });
    expect(worker.sent).toEqual(['design', 'judgement', 'design', 'judgement']);
  });

  it('answers questions about several designs each about its own', async () => {
    const { judge } = started();
    const other = edited(sample, { op: 'remove', path: '/dags' });
    expect(await Promise.all([judge(sample), judge(other)])).toEqual([
      judgementOf(sample, today),
      judgementOf(other, today),
    ]);
  });

  it('a fault refuses the one question, and the next brings the whole design along', async () => {
    const { worker, judge } = started();
    worker.failing = true;
    await expect(judge(sample)).rejects.toThrow('A mistake');
    worker.failing = false;
    expect(await judge(sample)).toEqual(judgementOf(sample, today));
    expect(worker.sent).toEqual(['design', 'judgement', 'design', 'judgement']);
  });

  it('that cannot be started refuses every question, also later ones', async () => {
    const { worker, judge } = started();
    const asked = judge(sample);
    worker.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    await expect(asked).rejects.toThrow('did not start');
    await expect(judge(sample)).rejects.toThrow('did not start');
  });
});
