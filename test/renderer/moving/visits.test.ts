import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Visits } from '../../../renderer/moving/visits.svelte.ts';

const always = (): boolean => true;
const been = (...subjects: string[]): Visits => {
  const visits = new Visits();
  for (const subject of subjects) visits.record({ view: 'topology', subject });
  return visits;
};

describe('the places that were visited', () => {
  it('are gone back through and forward again, to the ends and no further', () => {
    const visits = been('design', 'server:EX01', 'database:DB1');
    expect(visits.go(-1, always)?.subject).toBe('server:EX01');
    expect(visits.go(-1, always)?.subject).toBe('design');
    expect(visits.go(-1, always)).toBeUndefined();
    expect(visits.go(1, always)?.subject).toBe('server:EX01');
    expect(visits.go(1, always)?.subject).toBe('database:DB1');
    expect(visits.go(1, always)).toBeUndefined();
  });

  it('lose the way forward when another is visited', () => {
    const visits = been('design', 'server:EX01');
    visits.go(-1, always);
    visits.record({ view: 'topology', subject: 'server:EX02' });
    expect(visits.next(1, always)).toBeUndefined();
    expect(visits.next(-1, always)?.subject).toBe('design');
  });

  it('count a place once while it is not left, and another view of it as another place', () => {
    const visits = been('design', 'design', 'design');
    expect(visits.next(-1, always)).toBeUndefined();
    visits.record({ view: 'copyLayout', subject: 'design' });
    expect(visits.next(-1, always)).toEqual({ view: 'topology', subject: 'design' });
  });

  it('are passed over when they are gone', () => {
    const visits = been('design', 'server:EX01', 'server:EX02');
    expect(visits.go(-1, (subject) => subject !== 'server:EX01')?.subject).toBe('design');
  });

  it('keep how the drawing lay', () => {
    const visits = been('design');
    visits.remember({ k: 2, x: 3, y: 4 });
    visits.record({ view: 'topology', subject: 'server:EX01' });
    expect(visits.go(-1, always)?.camera).toEqual({ k: 2, x: 3, y: 4 });
  });

  it('lead back over any walk to where it began, and forward again to its end', () => {
    const walks = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(walks, (walk) => {
        const visits = been(...walk);
        while (visits.go(-1, always));
        expect(visits.current?.subject).toBe(walk[0]);
        while (visits.go(1, always));
        expect(visits.current?.subject).toBe(walk.at(-1));
      }),
    );
  });
});
