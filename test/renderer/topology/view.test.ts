import { describe, expect, it } from 'vitest';
import { fitView, reveal, visiblePart } from '../../../renderer/topology/view.ts';

const insets = { top: 20, right: 10, bottom: 40, left: 10 };

describe('fitView', () => {
  it.each([
    ['a wide drawing by its width', { x: 0, y: 0, width: 1960, height: 100 }, 0.5],
    ['a high drawing by its height', { x: 0, y: 0, width: 100, height: 1760 }, 0.25],
    ['a small drawing not beyond the largest scale', { x: 0, y: 0, width: 10, height: 10 }, 2],
    ['an empty drawing', { x: 0, y: 0, width: 0, height: 0 }, 2],
  ])('shows %s', (_, bounds, k) => {
    expect(fitView(bounds, { width: 1000, height: 500 }, insets, 2).k).toBe(k);
  });

  it('puts the middle of the drawing in the middle of the room within the insets', () => {
    const { k, x, y } = fitView({ x: 100, y: 100, width: 200, height: 200 }, { width: 1000, height: 500 }, insets, 1);
    expect([200 * k + x, 200 * k + y]).toEqual([500, 240]);
  });

  it('stays finite where there is no room', () => {
    expect(
      Object.values(fitView({ x: 0, y: 0, width: 100, height: 100 }, { width: 0, height: 0 }, insets, 1)).every(
        Number.isFinite,
      ),
    ).toBe(true);
  });
});

describe('reveal', () => {
  const size = { width: 400, height: 300 };
  it.each([
    ['what is on screen stays', { x: 100, y: 100, width: 50, height: 50 }, [0, 0]],
    ['what is left of it comes in', { x: -30, y: 100, width: 50, height: 50 }, [40, 0]],
    ['what is below comes in', { x: 100, y: 300, width: 50, height: 50 }, [0, -60]],
    ['what is larger than the screen begins at its edge', { x: 50, y: 0, width: 900, height: 50 }, [-40, 10]],
  ])('%s', (_, bounds, [x, y]) => {
    expect(reveal({ k: 1, x: 0, y: 0 }, bounds, size, 10)).toEqual({ k: 1, x, y });
  });
});

describe('visiblePart', () => {
  it('is what the screen shows, in scene units', () => {
    expect(visiblePart({ k: 2, x: -100, y: 50 }, { width: 400, height: 300 })).toEqual({
      x: 50,
      y: -25,
      width: 200,
      height: 150,
    });
  });
});
