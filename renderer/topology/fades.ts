import { isDrawnAt, type Layer, type Scene } from '../../planner/diagram/index.ts';

/** How much of each layer is seen, from 0 to 1, and whether that will change by itself. */
export interface Shown {
  readonly opacityOf: (layer: Layer) => number;
  readonly isFading: boolean;
}

const fadeMilliseconds = 140;

interface Fade {
  isDrawn: boolean;
  opacity: number;
}

/**
 * Lets layers come and go softly where a zoom crosses the scale from which they are drawn. They are told apart by name, so
 * that an edit, which makes a new scene, does not fade. At rest every layer is all there or not at all.
 */
export function createFades(isInstant: () => boolean): (scene: Scene, scale: number, now: number) => Shown {
  const fades = new Map<string, Fade>();
  let last = 0;
  return (scene, scale, now) => {
    const step = Math.min(1, Math.max(0, now - last) / fadeMilliseconds);
    last = now;
    let isFading = false;
    for (const layer of scene.layers) {
      const isDrawn = isDrawnAt(layer, scale);
      const fade = fades.get(layer.name);
      if (!fade) {
        fades.set(layer.name, { isDrawn, opacity: isDrawn ? 1 : 0 });
        continue;
      }
      const target = isDrawn ? 1 : 0;
      // A fade begins with the frame that finds it, however long nothing was drawn before.
      const begins = fade.isDrawn !== isDrawn;
      fade.isDrawn = isDrawn;
      if (isInstant()) fade.opacity = target;
      else if (!begins)
        fade.opacity += Math.sign(target - fade.opacity) * Math.min(step, Math.abs(target - fade.opacity));
      if (fade.opacity !== target) isFading = true;
    }
    return { opacityOf: ({ name }) => fades.get(name)?.opacity ?? 0, isFading };
  };
}
