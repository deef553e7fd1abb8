import { describe, expect, it } from 'vitest';
import { rowsInView } from '../../../renderer/controls/rowsInView.ts';

describe('rowsInView(count, rowHeight, scrollTop, height)', () => {
  it.each([
    ['the top of a long list', [400, 25, 0, 250], { first: 0, end: 18, above: 0, below: 9550 }],
    ['its middle', [400, 25, 5000, 250], { first: 192, end: 218, above: 4800, below: 4550 }],
    ['its end', [400, 25, 9750, 250], { first: 382, end: 400, above: 9550, below: 0 }],
    ['a list that has become shorter than the scroll', [3, 25, 9750, 250], { first: 3, end: 3, above: 75, below: 0 }],
    ['an empty list', [0, 25, 0, 250], { first: 0, end: 0, above: 0, below: 0 }],
  ] as const)('%s', (_, [count, rowHeight, scrollTop, height], view) => {
    expect(rowsInView(count, rowHeight, scrollTop, height)).toEqual(view);
  });
});
