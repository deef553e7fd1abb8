import { isDrawnAt } from '../../planner/diagram/index.ts';
import type { Bounds, Hit, Scene, Shape, Text } from '../../planner/diagram/index.ts';

/** Every shape that a scene draws at a scale, or at any. */
export function shapesOf(scene: Scene, scale?: number): Shape[] {
  return scene.layers
    .filter((layer) => scale === undefined || isDrawnAt(layer, scale))
    .flatMap(({ tiles }) => tiles.flatMap(({ shapes }) => shapes));
}

export function textsOf(scene: Scene, scale?: number): string[] {
  return shapesOf(scene, scale)
    .filter((shape): shape is Text => shape.kind === 'text')
    .map(({ text }) => text);
}

/** Every hit, whatever its depth. */
export function hitsOf(scene: Scene): Hit[] {
  const all: Hit[] = [];
  const visit = (hits: readonly Hit[]) => {
    for (const hit of hits) {
      all.push(hit);
      visit(hit.children);
    }
  };
  visit(scene.hits);
  return all;
}

/** Every number in a value, however deep. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function within(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
