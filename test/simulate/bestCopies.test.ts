import { describe, expect, it } from 'vitest';
import {
  bestCopies,
  type CopyCandidate,
  type CopyState,
  type ServerHealth,
} from '../../planner/simulate/failover/index.ts';

/** A copy with its letter, and what sets it apart from a healthy one. */
interface Lettered extends CopyCandidate {
  readonly letter: string;
}

function copies(...changes: (Partial<CopyState> & Partial<Omit<CopyCandidate, 'state'>>)[]): Lettered[] {
  return changes.map(({ activationPreference, mountDial, health, ...state }, i) => ({
    letter: 'abcdefghij'.charAt(i),
    activationPreference: activationPreference ?? i + 1,
    mountDial: mountDial ?? 'BestAvailability',
    health: health ?? 'allHealthy',
    state: { status: 'Healthy', copyQueue: 0, replayQueue: 0, contentIndex: 'Healthy', ...state },
  }));
}

const order = (candidates: Lettered[], source?: ServerHealth): string =>
  bestCopies(candidates, source)
    .map(({ letter }) => letter)
    .join('');

describe('bestCopies(candidates) (facts B2)', () => {
  it.each([
    ['all healthy: by preference', copies({}, {}, {}), 'abc'],
    ['preferences in another order', copies({ activationPreference: 2 }, { activationPreference: 1 }), 'ba'],
    ['the shorter copy queue first', copies({ copyQueue: 2 }, { copyQueue: 1 }, {}), 'cba'],
    [
      'a host that asks for Lossless: by preference',
      copies({ copyQueue: 2 }, { copyQueue: 1 }, { mountDial: 'Lossless' }),
      'abc',
    ],
    ['a long replay queue comes last', copies({ replayQueue: 50 }, { replayQueue: 49 }), 'ba'],
    ['a crawling index comes after a healthy one', copies({ contentIndex: 'Crawling' }, {}), 'ba'],
    [
      'a failed index comes after a crawling one',
      copies({ contentIndex: 'Failed' }, { contentIndex: 'Crawling' }),
      'ba',
    ],
    ['a failed index goes before a long replay queue', copies({ replayQueue: 60 }, { contentIndex: 'Failed' }), 'ba'],
    [
      'copy queue 10 with a healthy index goes after 9 with a crawling one',
      copies({ copyQueue: 10 }, { copyQueue: 9, contentIndex: 'Crawling' }),
      'ba',
    ],
    ['a lagged copy comes last', copies({ replayQueue: Infinity }, {}, { contentIndex: 'Failed' }), 'bca'],
    ['GoodAvailability mounts with 6 missing logs', copies({ copyQueue: 6, mountDial: 'GoodAvailability' }), 'a'],
    ['and not with 7', copies({ copyQueue: 7, mountDial: 'GoodAvailability' }), ''],
    ['BestAvailability mounts with 12', copies({ copyQueue: 12 }, { copyQueue: 13 }), 'a'],
    ['Lossless mounts with none', copies({ copyQueue: 1, mountDial: 'Lossless' }, { mountDial: 'Lossless' }), 'b'],
    [
      'states that may activate',
      copies(
        { status: 'DisconnectedAndHealthy' },
        { status: 'SeedingSource' },
        { status: 'DisconnectedAndResynchronizing' },
      ),
      'abc',
    ],
    [
      'states that may not',
      copies({ status: 'Failed' }, { status: 'Suspended' }, { status: 'Seeding' }, { status: 'FailedAndSuspended' }),
      '',
    ],
    ['no candidates', [], ''],
  ])('%s', (_, candidates, expected) => {
    expect(order(candidates)).toBe(expected);
  });

  it('goes by ten criteria sets, each before the next', () => {
    const sets: Partial<CopyState>[] = [
      {},
      { contentIndex: 'Crawling' },
      { copyQueue: 10 },
      { copyQueue: 10, contentIndex: 'Crawling' },
      { contentIndex: 'Failed' },
      { replayQueue: 50 },
      { replayQueue: 50, contentIndex: 'Crawling' },
      { replayQueue: 50, copyQueue: 10 },
      { replayQueue: 50, copyQueue: 10, contentIndex: 'Crawling' },
      { replayQueue: 50, contentIndex: 'Failed' },
    ];
    expect(order(copies(...sets.toReversed()))).toBe('jihgfedcba');
  });

  it('checks the health of servers first, against the source where none is near healthy', () => {
    const [degraded, normal] = [{ health: 'degraded' } as const, { health: 'normalHealthy' } as const];
    expect(order(copies(degraded, normal, { replayQueue: 90 }))).toBe('cba');
    expect(order(copies(degraded), 'degraded')).toBe('a');
    expect(order(copies(degraded), 'normalHealthy')).toBe('');
  });

  it('what a monitoring responder fails over goes to servers in better health only (facts B2.5)', () => {
    const by = (candidates: Lettered[], source: ServerHealth) =>
      bestCopies(candidates, source, true)
        .map(({ letter }) => letter)
        .join('');
    const [degraded, normal] = [{ health: 'degraded' } as const, { health: 'normalHealthy' } as const];
    expect(by(copies(degraded, normal, {}), 'degraded')).toBe('cb');
    expect(by(copies(degraded, normal, {}), 'normalHealthy')).toBe('c');
    expect(by(copies(degraded, normal, {}), 'allHealthy')).toBe('');
  });
});
