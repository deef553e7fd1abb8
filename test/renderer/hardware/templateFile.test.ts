import { expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import { importModels, writeTemplates } from '../../../renderer/hardware/templateFile.ts';
import { catalogTemplates, modelOf, templateOf } from '../../../renderer/hardware/templates.ts';

const own = [templateOf({ name: 'Rack 7', cores: 24, bays: 24 }), templateOf({ name: 'Bare' })];

it('templates are written as a design that holds their models, and read again as they were', () => {
  const loaded = loadDesign(writeTemplates(own));
  if (!loaded.ok) throw new Error('not read');
  expect(importModels([], loaded.value.hardware ?? [])).toEqual({ templates: own, names: ['Rack 7', 'Bare'] });
});

it('a model does not come twice, and overwrites no template', () => {
  const models = [
    { name: 'Rack 7', bays: 24, cores: 24 },
    { name: 'Bare', cores: 8 },
    modelOf(catalogTemplates[0]!),
    { ...modelOf(catalogTemplates[1]!), memoryGB: 192 },
  ];
  const second = `${catalogTemplates[1]!.name} 2`;
  const imported = importModels(own, models);
  expect(imported.names).toEqual(['Bare 2', second]);
  expect(imported.templates.map(({ name }) => name)).toEqual(['Rack 7', 'Bare', 'Bare 2', second]);
  expect(importModels(imported.templates, models).names).toEqual([]);
});
