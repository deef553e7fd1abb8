import { designFormat } from '../../planner/design/load.ts';
import type { Hardware } from '../../planner/design/types.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { sameFigures } from './applying.ts';
import { catalogTemplates, modelOf, templateOf, type HardwareTemplate } from './templates.ts';

/** Templates as the text of a design whose server models they are, so that it opens and is checked as any design is. */
export function writeTemplates(templates: readonly HardwareTemplate[]): string {
  const hardware = templates.map((template) => modelOf(template));
  return writeDesign({ format: designFormat, name: 'Hardware templates', hardware });
}

export interface Imported {
  /** All of one's own templates afterwards. */
  readonly templates: readonly HardwareTemplate[];
  /** What those are called that came. */
  readonly names: readonly string[];
}

/**
 * One's own templates with the server models of a design. What is there with the same figures does not come again; where another template
 * has its name, a model comes as "Rack 7 2".
 */
export function importModels(own: readonly HardwareTemplate[], models: readonly Hardware[]): Imported {
  return models.reduce<Imported>(
    ({ templates, names }, model) => {
      const all = [...catalogTemplates, ...templates];
      let { name } = model;
      for (let n = 2; ; n += 1) {
        const called = name;
        const there = all.find((each) => each.name === called);
        if (!there) return { templates: [...templates, templateOf({ ...model, name })], names: [...names, name] };
        if (sameFigures(model, there)) return { templates, names };
        name = `${model.name} ${n}`;
      }
    },
    { templates: own, names: [] },
  );
}
