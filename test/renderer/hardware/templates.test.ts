import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design, Hardware } from '../../../planner/design/types.ts';
import { validateDesign } from '../../../planner/rules/index.ts';
import {
  catalogTemplates,
  figuresOf,
  ownNameProblem,
  readTemplates,
  renameProblem,
  renamed,
  templateOf,
  useTemplate,
  withTemplate,
  withoutTemplate,
} from '../../../renderer/hardware/templates.ts';
import { sample } from '../sample.ts';

const model: Hardware = { name: 'Model', cores: 12, memoryGB: 64, dataDisk: { capacityGB: 4000 } };
const design: Design = { ...sample, dags: [], hardware: [model] };

describe('a hardware template', () => {
  it.each(catalogTemplates.map((template) => [template.name, template] as const))(
    'of the catalog, %s, breaks no rule about server models and says where it comes from',
    (_, template) => {
      const { design: made } = applyCommand(design, useTemplate(design, 'Model', template)!);
      expect(checkDesign(made)).toEqual([]);
      expect(made.hardware).toEqual([{ ...template.hardware, name: 'Model' }]);
      const { findings } = validateDesign(made, { today: '2026-01-01' });
      expect(findings.filter(({ subject }) => subject === 'hardware:Model')).toEqual([]);
      expect(template.source).toContain('facts A4');
    },
  );

  it('is used for a model in one step, which undo takes back', () => {
    const { design: made, inverse } = applyCommand(design, useTemplate(design, 'Model', catalogTemplates[0]!)!);
    expect(made.hardware?.[0]).toMatchObject({ name: 'Model', cores: 20 });
    expect(made.hardware?.[0]?.memoryGB).toBeUndefined();
    expect(applyCommand(made, inverse).design).toEqual(design);
    expect(useTemplate(design, 'Gone', catalogTemplates[0]!)).toBeUndefined();
  });

  it('tells the figures that it states, and no others', () => {
    expect(figuresOf(templateOf(model))).toBe('12 cores, 64 GB memory, 4,000 GB data disks');
    expect(figuresOf(templateOf({ name: 'Bare' }))).toBe('');
  });
});

describe('templates of one’s own', () => {
  const first = withTemplate([], templateOf(model));

  it('are made of server models, the newest of a name counts, and are taken out by name', () => {
    const second = withTemplate(first, templateOf({ ...model, cores: 16 }));
    expect(second.map(({ name, hardware }) => [name, hardware.cores])).toEqual([['Model', 16]]);
    expect(readTemplates(JSON.parse(JSON.stringify(second)))).toEqual({ templates: second, unreadable: 0 });
    expect(withoutTemplate(second, 'Model')).toEqual([]);
  });

  it('are renamed in their place, to a name that no other template has', () => {
    const two = withTemplate(first, templateOf({ name: 'Other' }));
    expect(renamed(two, 'Model', 'New').map(({ name }) => name)).toEqual(['New', 'Other']);
    expect(renameProblem(two, 'New')).toBeUndefined();
    expect(renameProblem(two, 'Other')).toBe('Another of your templates has this name.');
    expect(renameProblem(two, '')).toBe('A name is needed.');
    expect(ownNameProblem(catalogTemplates[0]!.name)).toBe('A template that comes with the planner has this name.');
    expect(ownNameProblem('a/b')).toMatch(/Expected/);
  });

  it.each([
    ['nothing', undefined, 0],
    ['no list', { name: 'Model' }, 1],
    ['no server model', [{ name: 'Model' }, null, 7], 3],
    ['fields of the wrong kind', [{ name: 'Model', hardware: { cores: 'many' } }], 1],
    ['a name that none may have', [{ name: 'a/b', hardware: {} }], 1],
  ])('that were kept as %s are left out, and counted', (_, kept, unreadable) => {
    expect(readTemplates(kept)).toEqual({ templates: [], unreadable });
  });

  it('are read beside damaged ones', () => {
    expect(readTemplates([...first, { name: 'Bad', hardware: { bays: -1 } }])).toEqual({
      templates: first,
      unreadable: 1,
    });
  });
});
