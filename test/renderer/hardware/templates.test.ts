import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design, Hardware } from '../../../planner/design/types.ts';
import { validateDesign } from '../../../planner/rules/index.ts';
import {
  catalogTemplates,
  readTemplates,
  templateOf,
  useTemplate,
  withTemplate,
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

  it('is used in one step, which undo takes back', () => {
    const { design: made, inverse } = applyCommand(design, useTemplate(design, 'Model', catalogTemplates[0]!)!);
    expect(made.hardware?.[0]).toMatchObject({ name: 'Model', cores: 20 });
    expect(made.hardware?.[0]?.memoryGB).toBeUndefined();
    expect(applyCommand(made, inverse).design).toEqual(design);
    expect(useTemplate(design, 'Gone', catalogTemplates[0]!)).toBeUndefined();
  });

  it('is made of a server model, and the newest of a name counts', () => {
    const first = withTemplate([], templateOf(model));
    const second = withTemplate(first, templateOf({ ...model, cores: 16 }));
    expect(second.map(({ name, hardware }) => [name, hardware.cores])).toEqual([['Model', 16]]);
    expect(readTemplates(JSON.parse(JSON.stringify(second)))).toEqual(second);
  });

  it.each([
    ['nothing', undefined],
    ['no list', { name: 'Model' }],
    ['no server model', [{ name: 'Model' }, null, 7]],
    ['fields of the wrong kind', [{ name: 'Model', hardware: { cores: 'many' } }]],
    ['a name that none may have', [{ name: 'a/b', hardware: {} }]],
  ])('that was kept as %s is left out', (_, kept) => {
    expect(readTemplates(kept)).toEqual([]);
  });
});
