import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildScene, palettes } from '../../../planner/diagram/index.ts';
import { paint, type Ring } from '../../../renderer/topology/paint.ts';
import type { View } from '../../../renderer/topology/view.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';

const scene = buildScene(sampleDesign());
const size = { width: 1000, height: 700 };

interface Painted {
  readonly calls: ReadonlyMap<string, number>;
  readonly texts: readonly string[];
  readonly fills: ReadonlySet<unknown>;
  /** Left and right edge of every rectangle. */
  readonly spans: readonly (readonly [number, number])[];
}

/** Paints on a context that only takes notes. */
function painted(view: View, rings: readonly Ring[] = []): Painted {
  const calls = new Map<string, number>();
  const texts: string[] = [];
  const fills = new Set<unknown>();
  const spans: [number, number][] = [];
  const note = (name: string, args: unknown[]) => {
    calls.set(name, (calls.get(name) ?? 0) + 1);
    if (name === 'fillText') texts.push(String(args[0]));
    if (name === 'rect' || name === 'roundRect') spans.push([Number(args[0]), Number(args[0]) + Number(args[2])]);
  };
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          note(String(name), args);
        },
      set: (_, name, value) => {
        if (name === 'fillStyle') fills.add(value);
        return true;
      },
    },
  );
  paint(context as CanvasRenderingContext2D, scene, view, size, { palette: palettes.light, hatch: null, rings });
  return { calls, texts, fills, spans };
}

describe('painting the scene', () => {
  beforeEach(() => {
    vi.stubGlobal('devicePixelRatio', 1);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('writes every server where all are in view', () => {
    const { texts } = painted({ k: 1, x: 0, y: 0 });
    for (let i = 1; i <= 16; i++) expect(texts).toContain(`EX${String(i).padStart(2, '0')}`);
  });

  it('writes only what is in view', () => {
    const { texts } = painted({ k: 8, x: 0, y: 0 });
    expect(texts).toContain('mail.contoso.com');
    expect(texts).not.toContain('EX16');
  });

  it('draws nothing where nothing is', () => {
    const { calls } = painted({ k: 1, x: 5000, y: 0 });
    expect(calls.get('clearRect')).toBe(1);
    expect([calls.get('fill'), calls.get('stroke'), calls.get('fillText')]).toEqual([undefined, undefined, undefined]);
  });

  it('fills 768 copies with few changes of colour', () => {
    const { calls, spans } = painted({ k: 1, x: 0, y: 0 });
    expect(spans.length).toBeGreaterThan(768);
    expect(calls.get('fill')).toBeLessThan(40);
  });

  it('takes every colour from the palette', () => {
    const colors = new Set<unknown>(Object.values(palettes.light));
    for (const k of [0.1, 0.3, 1, 5])
      for (const fill of painted({ k, x: 0, y: 0 }).fills) expect(colors).toContain(fill);
  });

  it('leaves out text that is too small to read', () => {
    expect(painted({ k: 0.06, x: 0, y: 0 }).texts).toEqual([]);
  });

  it('puts edges on whole pixels at any zoom, and leaves a pixel between copies', () => {
    for (const k of [0.53, 0.89, 1.37, 2.71]) {
      const { spans } = painted({ k, x: 13.37, y: 0 });
      expect(spans.every(([left, right]) => Number.isInteger(left * 2) && right - left >= 1)).toBe(true);
    }
  });

  it('rings what is selected', () => {
    const bounds = { x: 0, y: 0, width: 50, height: 50 };
    const without = painted({ k: 1, x: 0, y: 0 }).calls.get('stroke') ?? 0;
    expect(painted({ k: 1, x: 0, y: 0 }, [{ bounds, strong: true }]).calls.get('stroke')).toBe(without + 1);
  });
});
