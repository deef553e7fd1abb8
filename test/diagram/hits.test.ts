import { describe, expect, it } from 'vitest';
import {
  buildScene,
  drawList,
  hitAt,
  hitsAt,
  hitsWithin,
  locate,
  neighbour,
  type Direction,
} from '../../planner/diagram/index.ts';
import { sampleDesign } from './sampleDesign.ts';

const scene = buildScene(sampleDesign());
const middleOf = (about: string) => {
  const hit = locate(scene, about)[0]?.hit;
  if (!hit) throw new Error(`${about} is not drawn.`);
  return [hit.x + hit.width / 2, hit.y + hit.height / 2] as const;
};

describe('hitAt', () => {
  it.each([
    ['copy:DB001/EX01', 1, 'copy:DB001/EX01'],
    ['copy:DB001/EX01', 0.3, 'volume:EX01/VOL01'],
    ['copy:DB001/EX01', 0.1, 'server:EX01'],
    ['volume:EX01/VOL13', 1, 'volume:EX01/VOL13'],
    ['link:East/West', 1, 'link:East/West'],
    ['witness:DAG1', 1, 'witness:DAG1'],
    ['dag:DAG1', 1, 'dag:DAG1'],
  ])('finds in the middle of %s at scale %d: %s', (about, scale, found) => {
    expect(hitAt(scene, ...middleOf(about), scale)?.subject).toBe(found);
  });

  it('finds nothing beside the drawing', () => {
    expect(hitAt(scene, -100, -100, 1)).toBeUndefined();
  });
});

describe('what stands at a place', () => {
  it('comes from the innermost outwards, as far as it is drawn', () => {
    const at = (scale: number) => hitsAt(scene, ...middleOf('copy:DB001/EX01'), scale).map(({ subject }) => subject);
    const server = ['server:EX01', 'datacenter:East', 'pair:East–West'];
    expect(at(1)).toEqual(['copy:DB001/EX01', 'volume:EX01/VOL01', ...server]);
    expect(at(0.1)).toEqual(server);
  });

  it('lies within a part only where it does so wholly', () => {
    const [card] = locate(scene, 'server:EX01');
    const { x = 0, y = 0, width = 0, height = 0 } = card?.hit ?? {};
    const within = (by: number) =>
      hitsWithin(scene, { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }, 1).map(
        ({ subject }) => subject,
      );
    expect(within(1)).toContain('server:EX01');
    expect(within(1)).toContain('copy:DB001/EX01');
    expect(within(-1)).not.toContain('server:EX01');
    expect(within(1)).not.toContain('datacenter:East');
    expect(hitsWithin(scene, scene, 1)).toContainEqual(expect.objectContaining({ subject: 'server:EX02' }));
  });
});

describe('neighbour', () => {
  it.each([
    ['server:EX01', 'right', 'server:EX02'],
    ['server:EX01', 'down', 'server:EX03'],
    ['server:EX02', 'right', 'server:EX09'],
    ['server:EX01', 'up', undefined],
    ['datacenter:East', 'right', 'datacenter:West'],
    ['volume:EX01/VOL01', 'right', 'volume:EX01/VOL02'],
    ['volume:EX01/VOL01', 'down', 'volume:EX01/VOL09'],
    ['tier:Standard', 'down', undefined],
  ] as [string, Direction, string | undefined][])('of %s to the %s is %s', (from, direction, to) => {
    expect(neighbour(scene, from, direction)?.subject).toBe(to);
  });
});

describe('locate', () => {
  it('tells what stands around a thing, from the outermost', () => {
    expect(locate(scene, 'copy:DB001/EX01')[0]?.ancestors.map(({ subject }) => subject)).toEqual([
      'pair:East–West',
      'datacenter:East',
      'server:EX01',
      'volume:EX01/VOL01',
    ]);
  });
});

describe('drawList', () => {
  it('leaves out what lies outside the view', () => {
    const server = locate(scene, 'server:EX01')[0]?.hit;
    if (!server) throw new Error('EX01 is not drawn.');
    const small = { x: server.x + 20, y: server.y + 20, width: 40, height: 40 };
    const copies = drawList(scene, 2, small).find(({ layer }) => layer.name === 'copies');
    expect(copies?.tiles).toHaveLength(1);
    expect(drawList(scene, 2, scene).find(({ layer }) => layer.name === 'copies')?.tiles).toHaveLength(16);
  });
});
