import { describe, expect, it } from 'vitest';
import { moveCursor } from '../../../renderer/matrix/cursor.ts';

const extent = { rows: 400, columns: 16, page: 20 };

describe('the keyboard in the matrix', () => {
  it.each([
    ['ArrowDown', false, [5, 3], [6, 3]],
    ['ArrowUp', false, [0, 3], [-1, 3]],
    ['ArrowUp', false, [-1, 3], [-1, 3]],
    ['ArrowLeft', false, [5, 0], [5, -1]],
    ['ArrowRight', false, [5, 15], [5, 15]],
    ['PageDown', false, [395, 3], [399, 3]],
    ['PageUp', false, [5, 3], [0, 3]],
    ['Home', false, [5, 3], [5, -1]],
    ['End', false, [5, 3], [5, 15]],
    ['Home', true, [5, 3], [0, -1]],
    ['End', true, [5, 3], [399, 15]],
  ] as [string, boolean, [number, number], [number, number]][])(
    '%s (Ctrl %s) from %o to %o',
    (key, ctrlKey, [row, column], to) => {
      const moved = moveCursor({ key, ctrlKey }, { row, column }, extent);
      expect([moved?.row, moved?.column]).toEqual(to);
    },
  );

  it('leaves other keys alone', () => {
    expect(moveCursor({ key: 'a', ctrlKey: false }, { row: 0, column: 0 }, extent)).toBeUndefined();
  });
});
