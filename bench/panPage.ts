import { buildScene, linkUses, palettes, type Scene } from '../planner/diagram/index.ts';
import { simulateReplication } from '../planner/simulate/replication/index.ts';
import { createSurface } from '../renderer/topology/surface.ts';
import { fitView, type View } from '../renderer/topology/view.ts';
import type { Design } from '../planner/design/types.ts';

/** What the page in the browser offers to the measurement. */
export interface PanBench {
  prepare(design: Design): void;
  /** Draws one frame of a pan, at a zoom times the fitted one, and waits until its pixels are there. */
  pan(zoom: number): void;
  /** The yardstick: as many filled rectangles as the design has copies, and nothing else. */
  rectangles(count: number): void;
}

const size = { width: 1920, height: 1080 };
const canvas = document.createElement('canvas');
document.body.append(canvas);
const draw = createSurface(canvas);
let scene: Scene | undefined;
let fitted: View = { k: 1, x: 0, y: 0 };
let step = 0;

const api: PanBench = {
  prepare(design) {
    scene = buildScene(design, { linkUses: linkUses(simulateReplication(design).links) });
    fitted = fitView(scene, size, { top: 24, right: 24, bottom: 56, left: 24 }, 1.6);
  },
  pan(zoom) {
    if (!scene) return;
    step = (step + 7) % 200;
    const k = fitted.k * zoom;
    draw({
      scene,
      view: { k, x: fitted.x * zoom - step, y: fitted.y * zoom - step },
      size,
      palette: palettes.light,
      rings: [],
    });
    flush();
  },
  rectangles(count) {
    const context = canvas.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, size.width, size.height);
    context.fillStyle = '#1f4fd1';
    for (let i = 0; i < count; i++) context.fillRect((i % 80) * 24, Math.floor(i / 80) * 24, 10, 16);
    flush();
  },
};
Object.assign(globalThis, { panBench: api });

/** Reading a pixel makes the browser finish what it has recorded. */
function flush(): void {
  canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}
