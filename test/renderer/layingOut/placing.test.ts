import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { parts, place, type Part } from '../../../renderer/layingOut/placing.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { sample } from '../sample.ts';

const bare: Design = { format: 'dagwright/1', name: 'Bare' };

/** Places a part, and holds that the result loads, is undone without a trace and has what is selected. */
function placed(design: Design, part: Part, at = 'design'): Design {
  const made = place(design, part, aroundOf(design, at));
  if (typeof made === 'string') throw new Error(`${part}: ${made}`);
  const { design: after, inverse } = applyCommand(design, made.command);
  expect(checkDesign(after)).toEqual([]);
  expect(writeDesign(applyCommand(after, inverse).design)).toBe(writeDesign(design));
  expect(locate(after, made.subject), made.subject).toBeDefined();
  return after;
}
const obstacle = (design: Design, part: Part, at = 'design'): unknown => place(design, part, aroundOf(design, at));

describe('the palette', () => {
  it('places each part or says what is missing, wherever it is let go', () => {
    const places = ['design', 'datacenter:East', 'pair:East-West', 'dag:DAG1', 'server:EX01', 'volume:EX01/Vol1'];
    for (const design of [bare, sample]) {
      for (const part of Object.keys(parts) as Part[]) {
        for (const at of places) {
          if (typeof obstacle(design, part, at) === 'string') expect(obstacle(design, part, at)).toMatch(/\w/);
          else placed(design, part, at);
        }
      }
    }
  });

  it('puts a server into the datacenter that it is let go above, with the DAG that it needs', () => {
    const one = placed({ ...bare, datacenters: [{ name: 'East' }] }, 'server', 'datacenter:East');
    expect(one.dags).toEqual([{ name: 'DAG1', servers: [{ name: 'EX01', datacenter: 'East' }] }]);
    const two = placed(one, 'server', 'datacenter:East');
    expect(two.dags?.map(({ servers }) => servers?.length)).toEqual([2]);
    expect(obstacle(sample, 'server', 'datacenter:North')).toBe('North is for a witness only');
  });

  it('joins the datacenter that a link or a pair is let go above with another one', () => {
    expect(placed(sample, 'link', 'datacenter:North').links?.[1]).toEqual({ from: 'East', to: 'North' });
    expect(obstacle(sample, 'pair', 'datacenter:North')).toBe('North is for a witness only');
    expect(obstacle(sample, 'pair', 'datacenter:East')).toBe('East is in a pair with every other datacenter');
  });

  it('gives a database its first copy where it is let go, and none on open ground', () => {
    const databases = (at: string) => placed(sample, 'database', at).dags?.[0]?.databases?.[1];
    expect(databases('server:EX02')?.copies).toEqual([{ server: 'EX02', volume: 'Vol1', activationPreference: 1 }]);
    expect(databases('dag:DAG1')?.copies).toBeUndefined();
  });

  it('moves the witness that a DAG has, and says what a part lacks', () => {
    expect(placed(sample, 'witness', 'datacenter:West').dags?.[0]?.witness).toEqual({
      server: 'EX01',
      datacenter: 'West',
    });
    expect(obstacle(bare, 'witness')).toBe('a witness belongs to a DAG: add one first');
    expect(obstacle(bare, 'database')).toBe('a database belongs to a DAG: add one first');
    expect(obstacle(bare, 'disk')).toBe('a disk belongs to a server: choose one first');
    expect(obstacle(bare, 'loadBalancer')).toBe('the design has no datacenter pair yet');
    const balanced = placed(sample, 'loadBalancer', 'datacenter:East');
    expect(obstacle(balanced, 'loadBalancer', 'datacenter:East')).toBe('East-West has a load balancer already');
  });
});
