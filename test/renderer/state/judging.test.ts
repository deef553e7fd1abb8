import { describe, expect, it } from 'vitest';
import type { Design } from '../../../planner/design/types.ts';
import { judgementOf, type Judgement } from '../../../renderer/engine/judgement.ts';
import { Judging } from '../../../renderer/state/judging.svelte.ts';
import { sample } from '../sample.ts';

const named = (name: string): Design => ({ ...sample, name });
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A judging whose answers come when they are let. */
function held(): { judging: Judging; asked: string[]; answer: () => Promise<void> } {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const judge = (design: Design, today: string): Promise<Judgement> => {
    asked.push(design.name);
    return new Promise((resolve) => waiting.push(() => resolve(judgementOf(design, today))));
  };
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await settled();
  };
  return { judging: new Judging(judge, '2026-01-31'), asked, answer };
}

describe('the judgement of a design that is edited', () => {
  it('is unknown at first, then current, and old as soon as the design changes', async () => {
    const { judging, answer } = held();
    judging.follow(named('A'));
    expect([judging.known, judging.isCurrent]).toEqual([undefined, false]);
    await answer();
    expect([judging.known?.design.name, judging.isCurrent]).toEqual(['A', true]);
    judging.follow(named('B'));
    expect([judging.known?.design.name, judging.isCurrent]).toEqual(['A', false]);
    await answer();
    expect([judging.known?.design.name, judging.isCurrent]).toEqual(['B', true]);
  });

  it('is asked for the newest of several quick changes only', async () => {
    const { judging, asked, answer } = held();
    for (const name of ['A', 'B', 'C', 'D']) judging.follow(named(name));
    await answer();
    await answer();
    expect(asked).toEqual(['A', 'D']);
    expect(judging.isCurrent).toBe(true);
  });

  it('whoever waits for it is given that of the design as it is by then', async () => {
    const { judging, answer } = held();
    judging.follow(named('A'));
    const waited = judging.current();
    judging.follow(named('B'));
    await answer();
    await answer();
    expect((await waited).design.name).toBe('B');
    expect((await judging.current()).design.name).toBe('B');
  });
});
