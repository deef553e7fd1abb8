import { interpolateZoom } from 'd3-interpolate';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { scaleLimits, type Size, type View } from './view.ts';

export interface Camera {
  /** Goes to a view; glides there unless asked to jump or the user prefers reduced motion. */
  moveTo(view: View, options?: { readonly jump?: boolean }): void;
  /** Zooms about the middle of the screen. */
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  destroy(): void;
}

const glideMilliseconds = 280;

/**
 * Wheel, pinch and drag on an element as a view, by d3-zoom. Every change of the view, from the user or from code, comes
 * through `onchange`; `byUser` tells them apart.
 */
export function createCamera(element: HTMLElement, onchange: (view: View, byUser: boolean) => void): Camera {
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(scaleLimits)
    .clickDistance(4)
    .on('zoom', ({ transform: { k, x, y }, sourceEvent }: { transform: View; sourceEvent: unknown }) => {
      view = { k, x, y };
      onchange(view, Boolean(sourceEvent));
    })
    .on('start', ({ sourceEvent }: { sourceEvent: unknown }) => {
      if (sourceEvent) cancelAnimationFrame(frame);
    });
  const target = select(element).call(behaviour).on('dblclick.zoom', null);
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
    if (jump || matchMedia('(prefers-reduced-motion: reduce)').matches) set(to);
    else glide(to);
  }

  return {
    moveTo,
    zoomBy(factor) {
      const { width, height } = sizeOf(element);
      const k = Math.min(Math.max(view.k * factor, scaleLimits[0]), scaleLimits[1]);
      const ratio = k / view.k;
      moveTo({ k, x: width / 2 - (width / 2 - view.x) * ratio, y: height / 2 - (height / 2 - view.y) * ratio });
    },
    panBy(dx, dy) {
      cancelAnimationFrame(frame);
      set({ k: view.k, x: view.x + dx, y: view.y + dy });
      onchange(view, true);
    },
    destroy() {
      cancelAnimationFrame(frame);
      target.on('.zoom', null);
    },
  };
}

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
