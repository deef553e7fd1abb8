import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { Engine } from '../../../renderer/engine/engine.ts';
import { judgementOf, type Judgement } from '../../../renderer/engine/judgement.ts';
import type { Request, Response } from '../../../renderer/engine/question.ts';
import { WorkerEnd } from '../../../renderer/engine/workerEnd.ts';
import { largestDesign } from '../../../bench/largest.ts';
import { CancelledError, type Progress } from '../../../planner/simulate/survivors/index.ts';
import { sample } from '../sample.ts';

const today = '2026-01-31';
const edited = (design: Design, ...edits: Edit[]): Design =>
  applyCommand(design, { name: 'edit', label: '', edits }).design;

/** A worker in this thread: what goes in and out is cloned, as between threads. */
class NearWorker extends EventTarget {
  readonly sent: string[] = [];
  readonly told: Response[] = [];
  failing = false;
  readonly #end = new WorkerEnd((response) => {
    this.told.push(response);
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(response) }));
  });

  postMessage(message: Request): void {
    const data = structuredClone(message);
    this.sent.push(nameOf(data));
    queueMicrotask(() => {
      if (this.failing && 'kind' in data) this.#fail(data.id);
      else this.#end.take(data);
    });
  }

  #fail(id: number): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id, fault: 'A mistake' } satisfies Response }));
  }
}

function nameOf(request: Request): string {
  if ('kind' in request) return request.kind;
  if ('design' in request) return 'design';
  return 'cancel' in request ? 'cancel' : `${request.edits.length} edits`;
}

function started(): { worker: NearWorker; engine: Engine; judge: (design: Design) => Promise<Judgement> } {
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

  it('sends of the loads only those that an edit changed; the others stay the same objects on the page', async () => {
    const { worker, judge } = started();
    const twoDags = largestDesign(2);
    const changed = edited(twoDags, { op: 'set', path: '/dags/1/servers/3/maximumActiveDatabases', value: 7 });
    const before = await judge(twoDags);
    const after = await judge(changed);
    expect(after).toEqual(judgementOf(changed, today));
    const places = worker.told.map((response) =>
      'judgement' in response ? response.judgement.loads.filter((load) => typeof load === 'number') : undefined,
    );
    expect(places[0]).toEqual([]);
    expect(places[1]).toEqual(expect.arrayContaining(Array.from({ length: 16 }, (_, place) => place)));
    expect(after.loads.slice(0, 16).every((load, place) => load === before.loads[place])).toBe(true);
    const fewer = edited(changed, { op: 'remove', path: '/dags/0' });
    expect(await judge(fewer)).toEqual(judgementOf(fewer, today));
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

  it('tells how far a long question has come, and stops when it is cancelled', async () => {
    const { worker, engine } = started();
    const control = new AbortController();
    const told: Progress[] = [];
    const asked = engine.ask(
      largestDesign(),
      'diskPairs',
      { dag: 'DAG1' },
      {
        signal: control.signal,
        onProgress: (progress) => {
          told.push(progress);
          control.abort();
        },
      },
    );
    await expect(asked).rejects.toThrow(CancelledError);
    expect(told).toHaveLength(1);
    expect(told[0]?.done).toBeLessThan(told[0]?.all ?? 0);
    expect(worker.sent).toEqual(['design', 'diskPairs', 'cancel']);
  });

  it('that cannot be started refuses every question, also later ones', async () => {
    const { worker, judge } = started();
    const asked = judge(sample);
    worker.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    await expect(asked).rejects.toThrow('did not start');
    await expect(judge(sample)).rejects.toThrow('did not start');
  });
});
