import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { breachesBy } from '../../../renderer/engine/breaches.ts';
import { applyTemplate, modelName, placeFromTemplate, templateObstacle } from '../../../renderer/hardware/applying.ts';
import { templateOf } from '../../../renderer/hardware/templates.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { sample } from '../sample.ts';

const both = ['server:EX01', 'server:EX02'];
const template = templateOf({ name: 'New', cores: 20, bays: 12 });

function applied(design: Design, command: Command): Design {
  const { design: after, inverse } = applyCommand(design, command);
  expect(checkDesign(after)).toEqual([]);
  expect(writeDesign(applyCommand(after, inverse).design)).toBe(writeDesign(design));
  return after;
}
const use = (...[design, ...rest]: Parameters<typeof applyTemplate>) => {
  const made = applyTemplate(design, ...rest);
  if (typeof made === 'string') throw new Error(made);
  return { ...made, design: applied(design, made.command) };
};
const modelsOf = ({ dags }: Design) => dags?.[0]?.servers?.map(({ hardware }) => hardware);

describe('a template that is used for servers', () => {
  it('adds its model once, and tells what changes and which model is left over', () => {
    const { design, command, changes, unused } = use(sample, both, template);
    expect(command.label).toBe('Use template New for 2 servers');
    expect(design.hardware).toEqual([...sample.hardware!, { name: 'New', cores: 20, bays: 12 }]);
    expect(modelsOf(design)).toEqual(['New', 'New']);
    expect(changes).toMatchObject([
      {
        from: 'R740',
        servers: 2,
        rows: [
          { label: 'Cores', before: '24 cores', after: '20 cores' },
          { label: 'Drive bays', before: undefined, after: '12' },
        ],
      },
    ]);
    expect(unused).toEqual(['R740']);
  });

  it('leaves the others alone, and uses the model that is there', () => {
    const first = use(sample, ['server:EX01'], template);
    expect(first.unused).toEqual([]);
    expect(modelsOf(first.design)).toEqual(['New', 'R740']);
    const second = use(first.design, both, template);
    expect(second.command.edits).toEqual([{ op: 'set', path: '/dags/0/servers/1/hardware', value: 'New' }]);
    expect(second.isNew).toBe(false);
    expect(applyTemplate(second.design, both, template)).toBe('They are of this model already.');
  });

  it('takes a name of its own where another model has its name, and refuses that name', () => {
    const other = templateOf({ name: 'R740', cores: 20 });
    expect(modelName(sample, other)).toBe('R740 2');
    const { design } = use(sample, both, other);
    expect(design.hardware?.map(({ name, cores }) => [name, cores])).toEqual([
      ['R740', 24],
      ['R740 2', 20],
    ]);
    expect(modelName(design, other)).toBe('R740 2');
    expect(applyTemplate(sample, both, other, 'R740')).toMatch(/^The design has another server model named R740/);
  });

  it('is told apart by its figures, not by their order in the file', () => {
    const design: Design = { ...sample, hardware: [{ cores: 24, bays: 2, name: 'R740' }] };
    expect(modelName(design, templateOf({ name: 'R740', bays: 2, cores: 24 }))).toBe('R740');
  });

  it('makes a list of models where there is none', () => {
    const { hardware: _, ...bare } = sample;
    const none: Design = {
      ...bare,
      dags: [{ name: 'DAG1', servers: [{ name: 'EX01' }] }],
      pairs: [],
      waivers: [],
    };
    const { design, changes } = use(none, ['server:EX01'], template);
    expect(design.hardware).toEqual([{ name: 'New', cores: 20, bays: 12 }]);
    expect(changes).toEqual([{ from: undefined, servers: 1, rows: [] }]);
  });

  it('says which rule its bays would break', () => {
    const small = templateOf({
      name: 'Small',
      bays: 2,
      systemDisks: { count: 2 },
      dataDisk: { layout: 'JBOD' },
    });
    const { command } = use(sample, both, small);
    expect(breachesBy(sample, command.edits, '2026-01-31')).toContainEqual({
      rule: 'bays-hold-disks',
      severity: 'error',
      message: 'EX01 needs 3 disks (2 for the system, 1 for volumes), and there are 2 bays.',
    });
  });

  it('is for servers only', () => {
    expect(templateObstacle(both)).toBeUndefined();
    expect(templateObstacle(['server:EX01', 'dag:DAG1'])).toBe('Select servers first');
    expect(applyTemplate(sample, ['design'], template)).toBe('Select servers first.');
  });
});

describe('a new server from a template', () => {
  it('is placed as any server is, with the disks that the others have, and of its model', () => {
    const made = placeFromTemplate(sample, aroundOf(sample, 'datacenter:West'), template);
    if (typeof made === 'string') throw new Error(made);
    const design = applied(sample, made.command);
    expect(made.command.label).toBe('Add server EX03 to DAG1 as New');
    expect(design.dags?.[0]?.servers?.[2]).toEqual({
      name: 'EX03',
      datacenter: 'West',
      hardware: 'New',
      volumes: [{ name: 'Vol1', role: 'data' }],
    });
  });

  it('brings its DAG where there is none, and is refused where no server can stand', () => {
    const made = placeFromTemplate({ format: 'dagwright/1', name: 'Empty' }, [], template);
    if (typeof made === 'string') throw new Error(made);
    const design = applied({ format: 'dagwright/1', name: 'Empty' }, made.command);
    expect(design.dags).toMatchObject([{ servers: [{ hardware: 'New' }] }]);
    expect(placeFromTemplate(sample, aroundOf(sample, 'datacenter:North'), template)).toMatch(/witness only|DAG/);
  });
});
