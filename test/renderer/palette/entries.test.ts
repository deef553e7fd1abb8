import { describe, expect, it } from 'vitest';
import { searchEntries, subjectEntries } from '../../../renderer/palette/entries.ts';
import { sample } from '../sample.ts';

const found = (query: string): string[] => searchEntries(subjectEntries(sample), query, 5).map(({ label }) => label);

describe('the palette', () => {
  it('finds a thing of the design by any part of its name, those that begin with it first', () => {
    expect(found('ex')).toEqual(['EX01', 'EX02']);
    expect(found('st')).toEqual(['Standard', 'East', 'West', 'East-West']);
  });

  it('takes several words in any order, the kind among them', () => {
    expect(found('01 server')).toEqual(['EX01']);
  });

  it('finds nothing for what is not there', () => {
    expect(found('zzz')).toEqual([]);
  });
});
