import { describe, expect, it } from 'vitest';
import { wheelShift, wheelStep } from '../../../renderer/topology/camera.ts';

const pixels = 0;
const lines = 1;
const pages = 2;
const size = { width: 1000, height: 500 };
const turn = { deltaX: 0, deltaY: 0, deltaMode: pixels, shiftKey: false };

describe('a turn of the wheel', () => {
  it.each([
    ['down', { ...turn, deltaY: 120 }, [0, 120]],
    ['sideways', { ...turn, deltaX: -30, deltaY: 5 }, [-30, 5]],
    ['down with Shift', { ...turn, deltaY: 120, shiftKey: true }, [120, 0]],
    ['in lines', { ...turn, deltaY: 3, deltaMode: lines }, [0, 72]],
    ['in pages', { ...turn, deltaY: 1, deltaMode: pages }, [0, 500]],
  ])('pans by pixels: %s', (_, event, shift) => {
    expect(wheelShift(event, size)).toEqual(shift);
  });

  it('zooms in upwards and out downwards, a pinch by its small steps', () => {
    expect(wheelStep({ deltaY: -120, deltaMode: pixels, ctrlKey: false })).toBeCloseTo(0.24);
    expect(wheelStep({ deltaY: 4, deltaMode: pixels, ctrlKey: true })).toBeCloseTo(-0.08);
  });

  it('never jumps, however large it is', () => {
    expect(wheelStep({ deltaY: -5000, deltaMode: pages, ctrlKey: true })).toBe(0.5);
    expect(wheelStep({ deltaY: 120, deltaMode: pixels, ctrlKey: true })).toBe(-0.5);
  });
});
