import { parseSubject, subject, type Subject } from '../design/subject.ts';
import { isDrawnAt } from './detail.ts';
import type { Bounds, Hit, Scene } from './scene.ts';

/** What stands at a point of the scene: the innermost thing that is drawn at this scale. */
export function hitAt(scene: Scene, x: number, y: number, scale: number): Hit | undefined {
  return hitsAt(scene, x, y, scale)[0];
}

/** Everything that stands at a point of the scene and is drawn at this scale, from the innermost outwards. */
export function hitsAt(scene: Scene, x: number, y: number, scale: number): readonly Hit[] {
  const found: Hit[] = [];
  let level = scene.hits;
  for (;;) {
    const next = level.findLast((hit) => isDrawnAt(hit, scale) && contains(hit, x, y));
    if (!next) return found;
    found.unshift(next);
    level = next.children;
  }
}

/** What lies wholly in a part of the scene and is drawn at this scale, in drawing order. */
export function hitsWithin(scene: Scene, part: Bounds, scale: number): readonly Hit[] {
  const found: Hit[] = [];
  const visit = (hits: readonly Hit[]): void => {
    for (const hit of hits) {
      if (!isDrawnAt(hit, scale) || !overlap(hit, part)) continue;
      if (isIn(hit, part)) found.push(hit);
      visit(hit.children);
    }
  };
  visit(scene.hits);
  return found;
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isIn(inner: Bounds, outer: Bounds): boolean {
  return contains(outer, inner.x, inner.y) && contains(outer, inner.x + inner.width, inner.y + inner.height);
}

/** One place where a subject is drawn, with the hits around it from the outermost. */
export interface Located {
  readonly hit: Hit;
  readonly ancestors: readonly Hit[];
}

const locations = new WeakMap<readonly Hit[], ReadonlyMap<Subject, readonly Located[]>>();

/** Where a subject is drawn: a DAG in each datacenter, a tier nowhere. */
export function locate(scene: Scene, about: Subject): readonly Located[] {
  const outer = locationsIn(scene.hits);
  const found = outer.get(about);
  if (found) return found;
  return (outer.get(serverOf(about)) ?? []).flatMap(({ hit, ancestors }) =>
    (locationsIn(hit.children).get(about) ?? []).map((inner) => ({
      hit: inner.hit,
      ancestors: [...ancestors, hit, ...inner.ancestors],
    })),
  );
}

/** The server that a subject stands in; its card stays as it is while others change, and so does what is known of it. */
function serverOf(about: Subject): Subject {
  const parsed = parseSubject(about);
  return subject.server((parsed?.kind === 'copy' ? parsed.second : parsed?.name) ?? '');
}

/** Everything in a list of hits, but not what stands in a server. */
function locationsIn(list: readonly Hit[]): ReadonlyMap<Subject, readonly Located[]> {
  const known = locations.get(list);
  if (known) return known;
  const map = new Map<Subject, Located[]>();
  const visit = (hits: readonly Hit[], ancestors: readonly Hit[]) => {
    for (const hit of hits) {
      const located = map.get(hit.subject);
      if (located) located.push({ hit, ancestors });
      else map.set(hit.subject, [{ hit, ancestors }]);
      if (hit.children.length > 0 && kindOf(hit.subject) !== 'server') visit(hit.children, [...ancestors, hit]);
    }
  };
  visit(list, []);
  locations.set(list, map);
  return map;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest thing of the same kind in a direction, for moving the selection with the keyboard. */
export function neighbour(scene: Scene, about: Subject, direction: Direction): Hit | undefined {
  const from = locate(scene, about)[0]?.hit;
  if (!from) return undefined;
  const kind = kindOf(about);
  let best: Hit | undefined;
  let bestDistance = Infinity;
  for (const hit of hitsOfKind(scene.hits, kind)) {
    const distance = distanceTowards(from, hit, direction);
    if (distance < bestDistance) [best, bestDistance] = [hit, distance];
  }
  return best;
}

function* hitsOfKind(hits: readonly Hit[], kind: string): Generator<Hit> {
  for (const hit of hits) {
    if (kindOf(hit.subject) === kind) yield hit;
    yield* hitsOfKind(hit.children, kind);
  }
}

/** How far, sideways counting three times; infinite for what does not lie in that direction. */
function distanceTowards(from: Bounds, to: Bounds, direction: Direction): number {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  const horizontal = direction === 'left' || direction === 'right';
  const ahead = horizontal ? dx : dy;
  const forward = direction === 'left' || direction === 'up' ? -ahead : ahead;
  const sideways = Math.abs(horizontal ? dy : dx);
  return forward > 0.5 && sideways <= forward * 2 ? forward + 3 * sideways : Infinity;
}

function kindOf(about: Subject): string {
  return about.slice(0, about.indexOf(':'));
}

function contains({ x, y, width, height }: Bounds, px: number, py: number): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}
