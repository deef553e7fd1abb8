import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { dropOf, type Drop } from '../../../renderer/layingOut/carried.ts';
import { destinations, move, type Move } from '../../../renderer/layingOut/moving.ts';
import { sample } from '../sample.ts';

const [dag] = sample.dags ?? [];
/** The sample with a third server in the first datacenter, which has two disks and holds no copy. */
const three: Design = {
  ...sample,
  dags: [
    {
      ...dag,
      name: 'DAG1',
      servers: [
        ...(dag?.servers ?? []),
        {
          name: 'EX03',
          datacenter: 'East',
          hardware: 'R740',
          volumes: [
            { name: 'Vol1', role: 'data' },
            { name: 'Vol2', role: 'spare' },
          ],
        },
      ],
    },
    { name: 'DAG2', servers: [{ name: 'EX21', volumes: [{ name: 'Vol1' }] }] },
  ],
};

/** Moves, and holds that the result loads and is undone without a trace. */
function moved(subjects: readonly string[], to: string, design = three): Move & { readonly design: Design } {
  const made = move(design, subjects, aroundOf(design, to));
  if (typeof made === 'string') throw new Error(made);
  const { design: after, inverse } = applyCommand(design, made.command);
  expect(checkDesign(after)).toEqual([]);
  expect(writeDesign(applyCommand(after, inverse).design)).toBe(writeDesign(design));
  return { ...made, design: after };
}
const refused = (subjects: readonly string[], to: string): unknown => move(three, subjects, aroundOf(three, to));

describe('a server', () => {
  it('goes to another datacenter, and to that of a server that it is let go above', () => {
    for (const to of ['datacenter:West', 'server:EX02', 'copy:DB1/EX02']) {
      expect(moved(['server:EX01'], to).design.dags?.[0]?.servers?.[0]?.datacenter).toBe('West');
    }
    const { command } = moved(['server:EX01', 'server:EX03'], 'datacenter:West');
    expect(command.label).toBe('Move 2 servers to West');
  });

  it.each([
    ['datacenter:East', 'EX01 stands in East already'],
    ['dag:DAG1', 'a server stands in a datacenter'],
    ['server:EX21', 'a server stands in a datacenter'],
  ])('does not go to %s', (to, why) => {
    expect(refused(['server:EX01'], to)).toBe(why);
  });
});

describe('a disk', () => {
  it('takes a free name on its new server, and leaves its copies behind without one', () => {
    const { design, subjects, left } = moved(['volume:EX01/Vol1'], 'server:EX03');
    expect(subjects).toEqual(['volume:EX03/Vol3']);
    expect(design.dags?.[0]?.servers?.map(({ volumes }) => volumes?.map(({ name }) => name))).toEqual([
      [],
      ['Vol1'],
      ['Vol1', 'Vol2', 'Vol3'],
    ]);
    expect(design.dags?.[0]?.databases?.[0]?.copies?.[0]).toEqual({ server: 'EX01', activationPreference: 1 });
    expect(left?.message).toBe('1 copy stood on the disk and now has none.');
    // EX01 has no other disk.
    expect(left?.offers.map(({ label }) => label)).toEqual(['Take it along']);
    const [offer] = left?.offers ?? [];
    const after = offer && applyCommand(design, offer.command).design;
    expect(after?.dags?.[0]?.databases?.[0]?.copies?.[0]).toEqual({
      server: 'EX03',
      volume: 'Vol3',
      activationPreference: 1,
    });
    expect(checkDesign(after)).toEqual([]);
  });

  it('has copies that cannot come along where the server holds the database already, or is of another DAG', () => {
    expect(moved(['volume:EX01/Vol1'], 'server:EX02').left?.offers).toEqual([]);
    expect(moved(['volume:EX01/Vol1'], 'server:EX21').left?.offers).toEqual([]);
  });

  it.each([
    ['server:EX01', 'Vol1 is a disk of EX01 already'],
    ['datacenter:East', 'a disk belongs to a server'],
  ])('does not go to %s', (to, why) => {
    expect(refused(['volume:EX01/Vol1'], to)).toBe(why);
  });
});

describe('a copy', () => {
  it('goes to a disk, or to the emptiest disk of a server', () => {
    for (const to of ['volume:EX03/Vol1', 'server:EX03']) {
      const { design, subjects } = moved(['copy:DB1/EX01'], to);
      expect(subjects).toEqual(['copy:DB1/EX03']);
      expect(design.dags?.[0]?.databases?.[0]?.copies?.[0]).toEqual({
        server: 'EX03',
        volume: 'Vol1',
        activationPreference: 1,
      });
    }
  });

  it.each([
    ['volume:EX02/Vol1', 'EX02 holds a copy of DB1 already'],
    ['volume:EX03/Vol2', 'Vol2 of EX03 is not for databases'],
    ['server:EX21', 'EX21 is no member of DAG1, to which DB1 belongs'],
    ['volume:EX01/Vol1', 'this copy of DB1 stands there already'],
    ['datacenter:East', 'a copy stands on a disk'],
  ])('does not go to %s', (to, why) => {
    expect(refused(['copy:DB1/EX01'], to)).toBe(why);
  });
});

it('a witness goes to another datacenter, and things that stand fast go nowhere', () => {
  expect(moved(['witness:DAG1'], 'datacenter:West').design.dags?.[0]?.witness?.datacenter).toBe('West');
  expect(refused(['witness:DAG1'], 'datacenter:North')).toBe('the witness of DAG1 stands there already');
  expect(refused(['pair:East-West'], 'datacenter:West')).toBe('this cannot be moved');
  expect(refused(['server:EX01', 'copy:DB1/EX01'], 'datacenter:West')).toBe('things of one kind are moved together');
  expect(refused(Array<string>(10_000).fill('server:EX01'), 'datacenter:West')).toMatch(/^at most \d+ things/);
});

it('the places that could take a thing are those that it can be moved to', () => {
  expect(destinations(three, ['server:EX01'])).toEqual(['datacenter:West', 'datacenter:North']);
  expect(destinations(three, ['volume:EX01/Vol1'])).toEqual(['server:EX02', 'server:EX03', 'server:EX21']);
  expect(destinations(three, ['copy:DB1/EX01'])).toEqual(['volume:EX03/Vol1']);
});

describe('letting go above the drawing', () => {
  const above = (...under: string[]) => ({
    part: (part: 'server' | 'disk' | 'datacenter'): Drop => dropOf(three, { kind: 'part', part }, under),
    copy: (): Drop => dropOf(three, { kind: 'subjects', subjects: ['copy:DB1/EX01'] }, under),
  });

  it('is for the innermost thing that can take it, whatever stands in between', () => {
    expect(above('copy:DB1/EX02', 'volume:EX02/Vol1', 'server:EX02').part('disk').target).toBe('server:EX02');
    expect(above('server:EX02', 'datacenter:West').part('server').target).toBe('datacenter:West');
    expect(above().part('datacenter')).toMatchObject({ ok: true, target: undefined });
  });

  it('changes nothing where nothing can', () => {
    expect(above().part('disk')).toEqual({
      ok: false,
      target: undefined,
      obstacle: 'a disk belongs to a server: choose one first',
    });
    expect(above('datacenter:West').copy()).toMatchObject({ ok: false, obstacle: 'a copy stands on a disk' });
  });
});
