import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounce, type Debounced } from '../../../renderer/state/debounce.ts';

let done: number[];
let action: Debounced;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  done = [];
  action = debounce(() => done.push(Date.now()), 1000, 5000);
});
afterEach(() => void vi.useRealTimers());

it('waits until nobody has asked for the quiet time', () => {
  action.call();
  vi.advanceTimersByTime(600);
  action.call();
  vi.advanceTimersByTime(5000);
  expect(done).toEqual([1600]);
});

it('does not wait longer than the longest time, however often it is asked', () => {
  for (let i = 0; i < 60; i += 1) {
    action.call();
    vi.advanceTimersByTime(200);
  }
  expect(done).toEqual([5000, 10_000]);
});

it('is done at once when flushed, and only if it was asked for', () => {
  action.flush();
  expect(done).toEqual([]);
  action.call();
  action.flush();
  vi.advanceTimersByTime(9000);
  expect(done).toEqual([0]);
});

it('is not done once it is cancelled', () => {
  action.call();
  action.cancel();
  vi.advanceTimersByTime(9000);
  action.flush();
  expect(done).toEqual([]);
});
