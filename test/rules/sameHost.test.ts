import { describe, expect, it } from 'vitest';
import { sameHost } from '../../planner/rules/support/sameHost.ts';

describe('sameHost(one, other)', () => {
  it.each([
    ['EX01', 'ex01'],
    ['EX01', 'ex01.contoso.com'],
    ['ex01.contoso.com', 'EX01'],
    ['EX01.contoso.com', 'ex01.CONTOSO.com'],
  ])('takes %s and %s as one host', (one, other) => {
    expect(sameHost(one, other)).toBe(true);
  });

  it.each([
    ['EX01', 'EX02'],
    ['ex01.dmz.fabrikam.com', 'ex01.contoso.com'],
    ['EX01', 'ex011.contoso.com'],
    ['', 'EX01'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(sameHost(one, other)).toBe(false);
  });
});
