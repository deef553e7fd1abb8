import { describe, expect, it } from 'vitest';
import { improveLayout } from '../../../planner/construct/index.ts';
import { Improvement } from '../../../renderer/layout/improvement.svelte.ts';
import { changedCopies, copiesText, loadRows } from '../../../renderer/layout/improvedDag.ts';
import type { ImproveResponse } from '../../../renderer/layout/messages.ts';
import { balanced, grown } from '../../layout/layouts.ts';

const design = grown(balanced(2, 8), ['East', 'West']);
const result = improveLayout(design);

/** A worker that answers when it is told to. */
class FakeWorker extends EventTarget {
  asked: unknown[] = [];
  ended = false;
  postMessage(message: unknown): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(data: ImproveResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function started(): { improvement: Improvement; worker: FakeWorker } {
  const improvement = new Improvement();
  const worker = new FakeWorker();
  improvement.start(design, ['EX01'], () => worker as unknown as Worker);
  return { improvement, worker };
}

describe('Improvement', () => {
  it('asks a worker, tells how far it is, and ends it with the result', () => {
    const { improvement, worker } = started();
    expect(worker.asked).toEqual([{ design, vacate: ['EX01'] }]);
    worker.answer({ progress: 0.25 });
    expect(improvement.progress).toBe(0.25);
    worker.answer({ result });
    expect(improvement.result).toBe(result);
    expect(worker.ended).toBe(true);
  });

  it('ends the worker when it is stopped or asked anew, and hears no more of it', () => {
    const { improvement, worker } = started();
    improvement.stop();
    expect(worker.ended).toBe(true);
    worker.answer({ result });
    expect(improvement.result).toBeUndefined();
  });

  it('tells a fault of the engine', () => {
    const { improvement, worker } = started();
    worker.answer({ fault: 'Error: x' });
    expect([improvement.fault, improvement.result]).toEqual(['Error: x', undefined]);
  });

  it('searches in the page where no worker can be started, or the worker cannot be loaded', () => {
    const improvement = new Improvement();
    improvement.start(design, [], () => {
      throw new Error('No workers here.');
    });
    expect(improvement.result).toEqual(result);
    const other = started();
    other.worker.dispatchEvent(new Event('error'));
    expect(other.improvement.result).toEqual(improveLayout(design, { vacate: ['EX01'] }));
  });
});

describe('the preview of a DAG', () => {
  const [dag] = result.dags;
  if (!dag) throw new Error('There is no DAG.');

  it('has a row for each copy that moves or changes its preference', () => {
    const rows = changedCopies(dag);
    expect(rows).toHaveLength(dag.moves.length + dag.preferences.length);
    expect(rows[0]).toEqual({ database: 'DB001', preference: '1', from: 'EX01 V1', to: 'NEW1 V1' });
    expect(
      changedCopies({
        ...dag,
        moves: [],
        preferences: [{ database: 'D', server: 'S', volume: null, before: 2, after: 1 }],
      }),
    ).toEqual([{ database: 'D', preference: '2 → 1', from: 'S', to: 'stays' }]);
  });

  it('shows the largest loads and the copies per server', () => {
    expect(loadRows(dag).map(({ before, after }) => [before.value, after.value, after.bound])).toEqual([
      [2, 2, 2],
      [4, expect.any(Number), expect.any(Number)],
      [4, expect.any(Number), expect.any(Number)],
    ]);
    expect(copiesText(dag.before)).toBe('0 to 8 in East, 0 to 8 in West');
  });
});
