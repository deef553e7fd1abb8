import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureSelectors, type FailoverEvent } from '../../../planner/simulate/failover/index.ts';
import { simulateFailover } from '../../../planner/simulate/survivors/index.ts';
import { outcomeOf } from '../../../renderer/failover/outcomes.ts';
import { randomDag } from '../../simulate/randomDag.ts';
import { sample } from '../sample.ts';

/** A random design, and histories of failures and healings of it that share beginnings. */
const histories = randomDag.chain((design) => {
  const event = fc
    .record({
      about: fc.subarray(failureSelectors(design), { minLength: 1, maxLength: 3 }),
      isFailure: fc.boolean(),
    })
    .map(({ about, isFailure }): FailoverEvent => (isFailure ? { fail: about } : { heal: about }));
  return fc.record({
    design: fc.constant(design),
    all: fc.array(event, { maxLength: 8 }),
    other: fc.array(event, { maxLength: 3 }),
    cuts: fc.array(fc.record({ at: fc.nat({ max: 8 }), dynamicVotes: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  });
});

describe('outcomes that are played on from one another', () => {
  it('are those of the events played from the healthy state, however one steps about', () => {
    fc.assert(
      fc.property(histories, ({ design, all, other, cuts }) => {
        const asked = cuts.flatMap(({ at, dynamicVotes }) =>
          [[], other].map((more) => ({ events: [...all.slice(0, at), ...more], options: { dynamicVotes } })),
        );
        const outcomes = asked.map(({ events, options }) => outcomeOf(design, events, options));
        // Compared when all have been played, so that none may change what was handed out before.
        asked.forEach(({ events, options }, i) =>
          expect(outcomes[i]).toEqual(simulateFailover(design, events, options)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('go on after an event that cannot be played', () => {
    const fails = [{ fail: ['server:EX01'] }];
    expect(() => outcomeOf(sample, [...fails, { fail: ['server:Gone'] }])).toThrow('server:Gone');
    const heals = [...fails, { heal: ['server:EX01'] }];
    expect(outcomeOf(sample, heals)).toEqual(simulateFailover(sample, heals));
  });
});
