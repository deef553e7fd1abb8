import { describe, expect, it } from 'vitest';
import { buildScene, type LinkUse, type Rect, type Scene } from '../../planner/diagram/index.ts';
import { sampleDesign } from './sampleDesign.ts';
import { numbersIn, overlap, shapesOf, textsOf } from './shapes.ts';

const design = sampleDesign({ dags: 1, serversPerDatacenter: 2, databases: 4 });
const use = (from: string, to: string, peakMbps: number, availableMbps: number | null): LinkUse => ({
  from,
  to,
  peakMbps,
  peakHour: 9,
  availableMbps,
});
const drawn = (...linkUses: readonly LinkUse[]): Scene => buildScene(design, { linkUses });

/** The link's rectangles of a layer: what lies between the panels of the datacenters. */
function bars(scene: Scene, layer: string): Rect[] {
  const panels = scene.layers.find(({ name }) => name === 'panels')?.tiles.flatMap(({ shapes }) => shapes) ?? [];
  const wide = panels.filter((shape): shape is Rect => shape.kind === 'rect' && shape.height > 100);
  const [from, to] = [Math.min(...wide.map(({ x, width }) => x + width)), Math.max(...wide.map(({ x }) => x))];
  return (scene.layers.find(({ name }) => name === layer)?.tiles ?? [])
    .flatMap(({ shapes }) => shapes)
    .filter((shape): shape is Rect => shape.kind === 'rect' && shape.x >= from && shape.x + shape.width <= to);
}

describe('a link whose load is known', () => {
  it('is a gauge each way, filled from the sending side as far as its peak takes of what gets through', () => {
    const scene = drawn(use('East', 'West', 25, 100), use('West', 'East', 50, 100));
    const [there, back] = bars(scene, 'panels');
    const [filledThere, filledBack] = bars(scene, 'cards');
    expect(filledThere?.width).toBeCloseTo((there?.width ?? 0) / 4, 9);
    expect(filledBack?.width).toBeCloseTo((back?.width ?? 0) / 2, 9);
    expect(filledThere?.x).toBe(there?.x);
    expect((filledBack?.x ?? 0) + (filledBack?.width ?? 0)).toBeCloseTo((back?.x ?? 0) + (back?.width ?? 0), 9);
    expect(there && back && overlap(there, back)).toBe(false);
    expect(textsOf(scene, 1)).toContain('peak 50 %');
  });

  it('is red, thicker and says so at every scale where more crosses than gets through', () => {
    const fine = drawn(use('East', 'West', 99, 100));
    const over = drawn(use('East', 'West', 150, 100));
    expect(bars(fine, 'cards').map(({ fill }) => fill)).not.toContain('red');
    expect(bars(over, 'cards').map(({ fill }) => fill)).toEqual(['red']);
    expect(bars(over, 'cards')[0]?.height).toBeGreaterThan(bars(fine, 'cards')[0]?.height ?? 0);
    expect(textsOf(over, 1)).toContain('peak 150 %');
    expect(textsOf(over, 0.3)).toContain('150 %');
    expect(textsOf(fine, 0.3)).not.toContain('99 %');
  });

  it.each([
    ['whose bandwidth carries nothing', use('East', 'West', 150, 0), 'blocked'],
    ['that is far too narrow', use('East', 'West', 3600, 100), 'peak 36×'],
    ['over which nothing crosses', use('East', 'West', 0, 0), 'peak 0 %'],
  ])('%s is drawn in numbers that are some', (_, of, words) => {
    const scene = drawn(of);
    expect(textsOf(scene, 1)).toContain(words);
    expect(numbersIn(shapesOf(scene)).filter(Number.isNaN)).toEqual([]);
  });

  it('is drawn as ever where the rate is not known, and by nobody else’s load', () => {
    const plain = JSON.stringify(drawn());
    expect(JSON.stringify(drawn(use('East', 'West', 25, null)))).toBe(plain);
    expect(JSON.stringify(drawn(use('North', 'West', 25, 100)))).toBe(plain);
  });
});
