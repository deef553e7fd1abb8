import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { loadDesign } from '../../planner/design/load.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { buildScene, type Scene, type Shape } from '../../planner/diagram/index.ts';
import { simulateFailover } from '../../planner/simulate/survivors/index.ts';
import { textsOf } from './shapes.ts';

const text = readFileSync(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8');
const contoso = (): Design => {
  const loaded = loadDesign(text);
  if (!loaded.ok) throw new Error('The example does not load.');
  return loaded.value;
};

function after(design: Design, ...failed: readonly Subject[]): Scene {
  const outcome = simulateFailover(
    design,
    failed.map((each) => ({ fail: [each] })),
  );
  return buildScene(design, { failures: { failed: new Set(failed), outcome, before: simulateFailover(design, []) } });
}

const shapes = (scene: Scene, layer: string): readonly Shape[] =>
  scene.layers.find(({ name }) => name === layer)?.tiles.flatMap((tile) => tile.shapes) ?? [];
const markers = (scene: Scene, layer: string, marker: string): number =>
  shapes(scene, layer).filter((shape) => shape.kind === 'marker' && shape.marker === marker).length;
const copies = (scene: Scene, fill: string): number =>
  shapes(scene, 'copies').filter((shape) => shape.kind === 'rect' && shape.fill === fill).length;

describe('a drawing of failures', () => {
  const design = contoso();

  it('marks nothing while nothing has failed', () => {
    const scene = after(design);
    expect([copies(scene, 'ok'), markers(scene, 'badges', 'cross'), markers(scene, 'activations', 'dot')]).toEqual([
      0, 0, 0,
    ]);
    expect(textsOf(scene, 1)).toContain('17 votes, 9 needed');
  });

  it('says "failed" on a dead server, empties it, and gives each copy that takes over its colour and a dot', () => {
    const scene = after(design, 'server:EX03');
    expect(textsOf(scene, 1).filter((each) => each === 'failed')).toHaveLength(1);
    expect(copies(scene, 'ok')).toBe(14);
    expect(markers(scene, 'activations', 'dot')).toBe(14);
    expect(shapes(scene, 'copies')).toHaveLength(896 - 56);
    expect(markers(scene, 'badges', 'cross')).toBe(1);
    expect(scene.legend.map(({ label }) => label)).toEqual(expect.arrayContaining(['failed', 'activated']));
  });

  it('crosses out a disk and takes its copies away, which can still be found', () => {
    const scene = after(design, 'volume:EX03/ExVol01');
    expect(shapes(scene, 'copies')).toHaveLength(896 - 4);
    expect(markers(scene, 'badges', 'cross')).toBe(1);
    expect(copies(scene, 'ok')).toBe(1);
  });

  it.each([
    ['a datacenter', ['datacenter:East'], 'failed'],
    ['the link', ['link:East/West'], 'cut'],
    ['the witness', ['witness:DAG1'], '15 votes, 8 needed'],
  ] as const)('says what is wrong with %s', (_, failed, word) => {
    const scene = after(design, ...failed);
    expect(textsOf(scene, 1)).toContain(word);
    expect(markers(scene, 'badges', 'cross')).toBeGreaterThan(0);
  });

  it('says of servers that run without quorum that they have none', () => {
    const scene = after(design, 'link:East/West');
    expect(textsOf(scene, 1).filter((each) => each === 'no quorum')).toHaveLength(8);
  });

  it('after one failure is the drawing that is made from nothing, and so is the healed one', () => {
    const kept = contoso();
    const anew = (...failed: readonly Subject[]): string => JSON.stringify(after(contoso(), ...failed));
    for (const failed of [[], ['server:EX03'], ['server:EX03', 'datacenter:West'], ['volume:EX01/ExVol02'], []]) {
      expect(JSON.stringify(after(kept, ...failed))).toBe(anew(...failed));
    }
  });
});
