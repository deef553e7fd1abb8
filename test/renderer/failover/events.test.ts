import { describe, expect, it } from 'vitest';
import { failable, failedAfter, givenUpAfter, inOrder, knownEvents } from '../../../renderer/failover/events.ts';
import {
  eventsText,
  eventText,
  followsText,
  listed,
  movesBetween,
  resultOf,
  simulateFailover,
} from '../../../planner/simulate/survivors/index.ts';
import { sample } from '../sample.ts';

const events = [{ fail: ['server:EX01'] }, { fail: ['disk:EX02/Vol1', 'link:West/East'] }, { heal: ['server:EX01'] }];

describe('what has happened', () => {
  it('leaves out of service what failed and was not healed, in the one form of its selector', () => {
    expect([...failedAfter(sample, events)]).toEqual(['volume:EX02/Vol1', 'link:East/West']);
  });

  it('is one blow when it happens at once, and what it was otherwise', () => {
    expect(inOrder(sample, events, 'atOnce')).toEqual([{ fail: ['volume:EX02/Vol1', 'link:East/West'] }]);
    expect(inOrder(sample, events, 'succession')).toBe(events);
    expect(inOrder(sample, [], 'atOnce')).toEqual([]);
  });

  it('is a blow and what people do about it after that', () => {
    const all = [{ fail: ['server:EX01'] }, { switchover: 'datacenter:East' }, { fail: ['server:EX02'] }];
    expect(inOrder(sample, all, 'atOnce')).toEqual([
      { fail: ['server:EX01', 'server:EX02'] },
      { switchover: 'datacenter:East' },
    ]);
    expect([...givenUpAfter(sample, all)]).toEqual(['datacenter:East']);
    expect([...givenUpAfter(sample, [...all, { switchback: 'datacenter:East' }])]).toEqual([]);
    expect([...failedAfter(sample, all)]).toEqual(['server:EX01', 'server:EX02']);
  });

  it('keeps what the design still has and names the rest', () => {
    const { events: left, unknown } = knownEvents(sample, [
      { fail: ['server:EX09'] },
      { fail: ['server:EX01', 'volume:EX01/Gone'] },
    ]);
    expect(left).toEqual([{ fail: ['server:EX01'] }]);
    expect(unknown).toEqual(['server:EX09', 'volume:EX01/Gone']);
    expect(knownEvents(sample, events).events).toBe(events);
  });

  it.each([
    ['copy:DB1/EX01', 'volume:EX01/Vol1'],
    ['server:EX01', 'server:EX01'],
    ['link:West/East', 'link:East/West'],
    ['database:DB1', undefined],
    ['design', undefined],
  ])('by choosing %s, %s fails', (about, selector) => {
    expect(failable(sample, about)).toBe(selector);
  });

  it.each([
    [{ fail: ['server:EX01'] }, 'EX01 fails'],
    [{ heal: ['link:East/West'] }, 'Link East – West heals'],
    [{ fail: ['server:EX01', 'volume:EX02/Vol1'] }, 'EX01 and disk Vol1 of EX02 fail at once'],
    [{ fail: ['volume:ex02/Vol1', 'server:ex01'] }, 'Disk Vol1 of ex02 and ex01 fail at once'],
    [{ fail: ['server:ex01'] }, 'ex01 fails'],
    [{ switchover: 'datacenter:east' }, 'east is given up by hand'],
    [{ respond: ['server:ex01'] }, 'A responder fails over ex01'],
    [{ fail: [] }, 'Nothing fails'],
  ])('is told in words: %j', (event, words) => {
    expect(eventText(event)).toBe(words);
  });

  it('tells events one after another as one sentence', () => {
    expect(eventsText([])).toBe('Nothing has failed');
    expect(eventsText([{ fail: ['server:ex01'] }, { heal: ['link:East/West'] }])).toBe(
      'ex01 fails, then link East – West heals',
    );
  });

  it('lists a few names, and counts the others', () => {
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
    expect(listed(['A', 'B', 'C', 'D', 'E', 'F'], 4)).toBe('A, B, C and 3 more');
  });
});

describe('what came of it', () => {
  const witness = { server: 'FS01', datacenter: 'North' };
  const design = { ...sample, dags: (sample.dags ?? []).map((dag) => ({ ...dag, witness })) };
  const before = simulateFailover(design, []);

  it('counts what moved, what is lost and what is down', () => {
    const after = simulateFailover(design, [{ fail: ['server:EX01'] }]);
    const result = resultOf(after, before, 0.8);
    expect(movesBetween(before, after)).toEqual([{ database: 'DB1', from: 'EX01', to: 'EX02' }]);
    expect(result).toMatchObject({ offline: 0, laggedOnly: 1, moved: 1, down: ['EX01'] });
    expect(followsText(movesBetween(before, after), result)).toBe('1 database mounts on EX02');
  });

  it('says so where quorum is lost and everything goes offline', () => {
    const after = simulateFailover(design, [{ fail: ['server:EX01', 'server:EX02'] }]);
    const result = resultOf(after, before, 0.8);
    expect(result).toMatchObject({ offline: 1, moved: 0, worst: undefined });
    expect(followsText(movesBetween(before, after), result)).toBe(
      'DAG1 has no quorum and mounts nothing; 1 database goes offline',
    );
  });
});
