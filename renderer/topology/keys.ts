import { isDrawnAt, locate, neighbour, type Direction, type Hit, type Scene } from '../../planner/diagram/index.ts';
import type { Subject } from '../../planner/design/subject.ts';

/** What a key asks of the drawing. */
export type KeyAction =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'zoomToSelection' }
  | { readonly kind: 'select'; readonly subject: Subject };

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const step = 48;
const largeStep = 240;

/**
 * Arrows pan (with Shift further), with Alt they move the selection to the neighbour; Enter goes into what is selected,
 * Escape out of it; + and − zoom; Z zooms to the selection; 0 and Home fit.
 */
export function keyAction(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  scene: Scene,
  selected: Subject | undefined,
): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  const direction = directions[event.key];
  if (direction && event.altKey && event.shiftKey) return undefined;
  if (direction) return event.altKey ? select(moved(scene, selected, direction)) : pan(direction, event.shiftKey);
  switch (event.key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1.5 };
    case '-':
    case '−':
      return { kind: 'zoom', factor: 1 / 1.5 };
    case '0':
    case 'Home':
      return { kind: 'fit' };
    case 'z':
      return { kind: 'zoomToSelection' };
    case 'Enter':
      return select(inside(scene, selected));
    case 'Escape':
      return select(selected === undefined ? undefined : locate(scene, selected)[0]?.ancestors.at(-1));
    default:
      return undefined;
  }
}

function pan(direction: Direction, far: boolean): KeyAction {
  const by = far ? largeStep : step;
  const [dx, dy] = { left: [by, 0], right: [-by, 0], up: [0, by], down: [0, -by] }[direction] as [number, number];
  return { kind: 'pan', dx, dy };
}

function select(hit: Hit | undefined): KeyAction | undefined {
  return hit && { kind: 'select', subject: hit.subject };
}

function moved(scene: Scene, selected: Subject | undefined, direction: Direction): Hit | undefined {
  return selected !== undefined && locate(scene, selected).length > 0
    ? neighbour(scene, selected, direction)
    : scene.hits[0];
}

function inside(scene: Scene, selected: Subject | undefined): Hit | undefined {
  const from = selected === undefined ? undefined : locate(scene, selected)[0]?.hit;
  return from ? from.children[0] : scene.hits[0];
}

/** The least scale at which a hit is drawn, from where it is now. */
export function scaleThatShows(hit: Hit, scale: number): number {
  return isDrawnAt(hit, scale) ? scale : Math.max(hit.minScale * 1.2, scale);
}
