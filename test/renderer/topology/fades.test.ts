import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene, isDrawnAt } from '../../../planner/diagram/index.ts';
import { createFades } from '../../../renderer/topology/fades.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';

const scene = buildScene(sampleDesign());
const layer = (name: string) => {
  const found = scene.layers.find((each) => each.name === name);
  if (!found) throw new Error(`There is no layer ${name}`);
  return found;
};
const [near, far] = [1, 0.1];

describe('layers at the scale from which they are drawn', () => {
  it('are there at once in the first picture', () => {
    const { opacityOf, isFading } = createFades(() => false)(scene, near, 0);
    expect([opacityOf(layer('copies')), opacityOf(layer('heat')), isFading]).toEqual([1, 0, false]);
  });

  it('come and go over several frames, one as the other', () => {
    const fades = createFades(() => false);
    fades(scene, near, 0);
    const seen = [1000, 1070, 1140].map((now) => {
      const { opacityOf, isFading } = fades(scene, far, now);
      return [opacityOf(layer('copies')), opacityOf(layer('heat')), isFading];
    });
    expect(seen).toEqual([
      [1, 0, true],
      [0.5, 0.5, true],
      [0, 1, false],
    ]);
  });

  it('do not fade where motion is not wanted', () => {
    const fades = createFades(() => true);
    fades(scene, near, 0);
    const { opacityOf, isFading } = fades(scene, far, 16);
    expect([opacityOf(layer('copies')), opacityOf(layer('heat')), isFading]).toEqual([0, 1, false]);
  });

  it('do not fade after an edit', () => {
    const fades = createFades(() => false);
    fades(scene, near, 0);
    expect(fades(buildScene({ ...sampleDesign(), name: 'Other' }), near, 16).isFading).toBe(false);
  });

  it('are all there or not at all once the zoom rests, wherever it went', () => {
    const scales = fc.array(fc.double({ min: 0.03, max: 24, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scales, (zooms) => {
        const fades = createFades(() => false);
        let now = 0;
        for (const scale of zooms) fades(scene, scale, (now += 16));
        const at = zooms.at(-1) ?? 1;
        let shown = fades(scene, at, (now += 16));
        for (let frame = 0; shown.isFading && frame < 20; frame++) shown = fades(scene, at, (now += 16));
        expect(shown.isFading).toBe(false);
        for (const each of scene.layers) expect(shown.opacityOf(each)).toBe(isDrawnAt(each, at) ? 1 : 0);
      }),
    );
  });
});
