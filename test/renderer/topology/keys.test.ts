import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../planner/diagram/index.ts';
import { keyAction, type KeyAction } from '../../../renderer/topology/keys.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';

const scene = buildScene(sampleDesign());
const press = (
  key: string,
  selected?: string,
  held: { altKey?: boolean; shiftKey?: boolean; ctrlKey?: boolean } = {},
) => keyAction({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, scene, selected);
const selecting = (subject: string): KeyAction => ({ kind: 'select', subject });

describe('the keys of the topology', () => {
  it.each([
    ['ArrowLeft', {}, { kind: 'pan', dx: 48, dy: 0 }],
    ['ArrowDown', { shiftKey: true }, { kind: 'pan', dx: 0, dy: -240 }],
    ['+', {}, { kind: 'zoom', factor: 1.5 }],
    ['-', {}, { kind: 'zoom', factor: 1 / 1.5 }],
    ['0', {}, { kind: 'fit' }],
    ['Home', {}, { kind: 'fit' }],
    ['z', {}, { kind: 'zoomToSelection' }],
    ['x', {}, undefined],
    ['+', { ctrlKey: true }, undefined],
  ])('%s %o', (key, held, action) => {
    expect(press(key, undefined, held)).toEqual(action);
  });

  it('go from the pair into a copy with Enter, and out again with Escape', () => {
    const path = ['pair:East–West', 'datacenter:East', 'server:EX01', 'volume:EX01/VOL01', 'copy:DB001/EX01'];
    expect(press('Enter')).toEqual(selecting('pair:East–West'));
    for (const [i, inner] of path.entries())
      if (i > 0) expect(press('Escape', inner)).toEqual(selecting(path[i - 1] ?? ''));
    expect(press('Enter', 'volume:EX01/VOL01')).toEqual(selecting('copy:DB001/EX01'));
  });

  it('move among servers with Alt', () => {
    expect(press('ArrowRight', 'server:EX01', { altKey: true })).toEqual(selecting('server:EX02'));
  });

  it('begin at the first thing where what is selected is not drawn', () => {
    expect(press('ArrowRight', 'tier:Standard', { altKey: true })).toEqual(selecting('pair:East–West'));
    expect(press('Enter', 'design')).toEqual(selecting('pair:East–West'));
  });

  it('do nothing in an empty design', () => {
    const empty = buildScene({ format: 'dagwright/1', name: 'Empty' });
    expect(
      keyAction({ key: 'Enter', altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }, empty, undefined),
    ).toBeUndefined();
  });
});
