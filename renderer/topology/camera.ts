import { interpolateZoom } from 'd3-interpolate';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { prefersStillness } from '../theme/motion.ts';
import { scaleLimits, type Size, type View } from './view.ts';

export interface Camera {
  /** Goes to a view; glides there unless asked to jump or the user prefers reduced motion. */
  moveTo(view: View, options?: { readonly jump?: boolean }): void;
  /** Zooms about the middle of the screen. */
  zoomBy(factor: number): void;
  /** Moves the drawing by so many pixels, by the user's hand. */
  panBy(dx: number, dy: number): void;
  destroy(): void;
}

const glideMilliseconds = 280;
/** A notch of a wheel zooms by no more than this power of two. */
const largestWheelStep = 0.5;
/** Pixels that one line of a wheel that counts lines moves. */
const pixelsPerLine = 24;

/** What a turn of the wheel does; with Ctrl or Command, as pinching has it, it always zooms. */
export type WheelMeaning = 'pan' | 'zoom';

/**
 * Wheel, pinch and drag on an element as a view, by d3-zoom. Every change of the view, from the user or from code, comes
 * through `onchange`; `byUser` tells them apart. The middle button drags too. A press that `isTaken` moves nothing.
 */
export function createCamera(
  element: HTMLElement,
  onchange: (view: View, byUser: boolean) => void,
  wheelMeaning: () => WheelMeaning = () => 'zoom',
  isTaken: () => boolean = () => false,
): Camera {
  const zooms = (event: WheelEvent): boolean => event.ctrlKey || event.metaKey || wheelMeaning() === 'zoom';
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(scaleLimits)
    .clickDistance(4)
    .filter((event: Event) =>
      event instanceof WheelEvent ? zooms(event) : !isTaken() && (!(event instanceof MouseEvent) || mayDrag(event)),
    )
    .wheelDelta(wheelStep)
    .on('zoom', ({ transform: { k, x, y }, sourceEvent }: { transform: View; sourceEvent: unknown }) => {
      view = { k, x, y };
      onchange(view, Boolean(sourceEvent));
    })
    .on('start', ({ sourceEvent }: { sourceEvent: unknown }) => {
      if (sourceEvent) cancelAnimationFrame(frame);
    });
  const target = select(element)
    .call(behaviour)
    .on('dblclick.zoom', null)
    .on('wheel.pan', (event: WheelEvent) => {
      if (zooms(event)) return;
      event.preventDefault();
      const [dx, dy] = wheelShift(event, sizeOf(element));
      panBy(-dx, -dy);
    });
  let view: View = { k: 1, x: 0, y: 0 };
  let frame = 0;

  function set({ k, x, y }: View) {
    behaviour.transform(target, zoomIdentity.translate(x, y).scale(k));
  }

  function glide(to: View) {
    const size = sizeOf(element);
    const path = interpolateZoom(toWindow(view, size), toWindow(to, size));
    const started = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - started) / glideMilliseconds));
      if (t === 1) {
        set(to);
        return;
      }
      set(fromWindow(path(1 - (1 - t) ** 3), size));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  function moveTo(to: View, { jump = false } = {}) {
    cancelAnimationFrame(frame);
    if (jump || prefersStillness()) set(to);
    else glide(to);
  }

  function panBy(dx: number, dy: number) {
    cancelAnimationFrame(frame);
    set({ k: view.k, x: view.x + dx, y: view.y + dy });
    onchange(view, true);
  }

  return {
    moveTo,
    panBy,
    zoomBy(factor) {
      const { width, height } = sizeOf(element);
      const k = Math.min(Math.max(view.k * factor, scaleLimits[0]), scaleLimits[1]);
      const ratio = k / view.k;
      moveTo({ k, x: width / 2 - (width / 2 - view.x) * ratio, y: height / 2 - (height / 2 - view.y) * ratio });
    },
    destroy() {
      cancelAnimationFrame(frame);
      target.on('.zoom', null).on('wheel.pan', null);
    },
  };
}

/** The left button, not where Ctrl makes it the right one, or the middle button. */
function mayDrag({ button, ctrlKey }: MouseEvent): boolean {
  return (button === 0 && !ctrlKey) || button === 1;
}

/** The power of two that a turn of the wheel zooms by. Pinching comes as many small turns with Ctrl, which count ten times. */
export function wheelStep({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const perUnit = deltaMode === WheelUnit.line ? 0.05 : deltaMode === WheelUnit.page ? 1 : 0.002;
  const step = -deltaY * perUnit * (ctrlKey ? 10 : 1);
  return Math.min(largestWheelStep, Math.max(-largestWheelStep, step));
}

/** The pixels that a turn of the wheel moves by; with Shift a wheel that only turns one way moves sideways. */
export function wheelShift(
  { deltaX, deltaY, deltaMode, shiftKey }: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'shiftKey'>,
  { width, height }: Size,
): [dx: number, dy: number] {
  const [unitX, unitY] =
    deltaMode === WheelUnit.line
      ? [pixelsPerLine, pixelsPerLine]
      : deltaMode === WheelUnit.page
        ? [width, height]
        : [1, 1];
  return shiftKey && deltaX === 0 ? [deltaY * unitY, 0] : [deltaX * unitX, deltaY * unitY];
}

/** The values of WheelEvent.deltaMode; the third, 0, is pixels. */
const WheelUnit = { line: 1, page: 2 } as const;

function sizeOf(element: HTMLElement): Size {
  return { width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) };
}

/** The middle and the width of what is seen, as d3's zoom path wants it, and back. */
function toWindow({ k, x, y }: View, { width, height }: Size): [number, number, number] {
  return [(width / 2 - x) / k, (height / 2 - y) / k, width / k];
}

function fromWindow([cx, cy, span]: [number, number, number], { width, height }: Size): View {
  const k = width / span;
  return { k, x: width / 2 - cx * k, y: height / 2 - cy * k };
}
