import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../electron/main/windowPlacement.ts';

const laptop = { x: 0, y: 25, width: 1280, height: 775 };
const big = { x: 1280, y: 0, width: 2560, height: 1400 };
const state = (x: number, y: number, width = 1200, height = 700, maximized = false) => ({
  bounds: { x, y, width, height },
  maximized,
});

describe('placeWindow(areas, saved, beside) puts the first window where the last one stood', () => {
  it('is of the usual size the first time, no larger than the display, and centred', () => {
    expect(placeWindow([laptop], undefined, undefined)).toEqual({
      bounds: { width: 1280, height: 775 },
      maximized: false,
    });
    expect(placeWindow([big], undefined, undefined).bounds).toEqual({ width: 1440, height: 900 });
  });

  it.each([
    ['on the primary display', state(40, 60)],
    ['on the second display', state(1500, 100)],
    ['partly beyond an edge, with the title bar in reach', state(1000, 600)],
    ['to the left of the display, with enough of it visible', state(-1000, 60)],
    ['maximised', state(40, 60, 1200, 700, true)],
  ])('%s it is as it was', (_title, saved) => {
    expect(placeWindow([laptop, big], saved, undefined)).toEqual(saved);
  });

  it.each([
    ['on a display that is gone', state(1500, 100)],
    ['above every display', state(40, -300)],
    ['below every display', state(40, 790)],
    ['but for a sliver beside the display', state(-1190, 60)],
  ])('what would stand %s is centred', (_title, saved) => {
    expect(placeWindow([laptop], saved, undefined).bounds).toEqual({ width: 1280, height: 775 });
  });

  it('stays maximised where its display is gone', () => {
    expect(placeWindow([laptop], state(1500, 100, 1200, 700, true), undefined).maximized).toBe(true);
  });

  it('shrinks to a display that has become smaller', () => {
    expect(placeWindow([laptop], state(0, 25, 2560, 1400), undefined).bounds).toEqual(laptop);
  });
});

describe('placeWindow(areas, saved, beside) puts a further window a step beside the one it comes from', () => {
  it.each([
    ['there is room', { x: 40, y: 60, width: 900, height: 600 }, { x: 68, y: 88, width: 900, height: 600 }],
    [
      'it would leave the display',
      { x: 360, y: 60, width: 900, height: 600 },
      { x: 0, y: 25, width: 900, height: 600 },
    ],
    ['on the second display', { x: 1300, y: 20, width: 900, height: 600 }, { x: 1328, y: 48, width: 900, height: 600 }],
  ])('%s', (_title, beside, bounds) => {
    expect(placeWindow([laptop, big], state(0, 25), beside)).toEqual({ bounds, maximized: false });
  });
});
