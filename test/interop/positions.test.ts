import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointer, valueAt } from '../../planner/design/pointer.ts';
import { locate } from '../../planner/interop/positions.ts';

const text = ['{', '  "name": "A",', '  "a/b~": [10,', '    { "c": null }]', '}'].join('\r\n');

describe('locate(text)(path) finds where a property or item begins', () => {
  it.each([
    ['', 1, 1],
    ['/name', 2, 3],
    ['/a~1b~0', 3, 3],
    ['/a~1b~0/0', 3, 12],
    ['/a~1b~0/1', 4, 5],
    ['/a~1b~0/1/c', 4, 7],
    ['/a~1b~0/1/d', 4, 5],
    ['/a~1b~0/7', 3, 3],
    ['/nothing/here', 1, 1],
    ['/name/0', 2, 3],
  ])('%s → %i:%i', (path, line, column) => {
    expect(locate(text)(path)).toEqual({ line, column });
  });

  it('finds each path of any JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const source = JSON.stringify(value, null, 2) ?? '';
        const positionOf = locate(source);
        const lines = source.split('\n');
        for (const path of pathsOf(value, '')) {
          const { line, column } = positionOf(path);
          const here = lines[line - 1]?.slice(column - 1) ?? '';
          const key = JSON.stringify(
            path
              .slice(path.lastIndexOf('/') + 1)
              .replaceAll('~1', '/')
              .replaceAll('~0', '~'),
          );
          const begins = JSON.stringify(valueAt(value, path), null, 2)?.split('\n')[0] ?? '';
          expect(here.startsWith(`${key}: `) || here.startsWith(begins)).toBe(true);
        }
      }),
    );
  });
});

function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [path + pointer(key), ...pathsOf(inner, path + pointer(key))]);
}
