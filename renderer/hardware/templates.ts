import catalog from '../../catalog/hardwareTemplates.json' with { type: 'json' };
import type { Command } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import { indexDesign } from '../../planner/design/index.ts';
import type { Design, Hardware } from '../../planner/design/types.ts';

/** A server model that designs are begun with: everything but its name. */
export interface HardwareTemplate {
  readonly name: string;
  /** Where its figures come from. */
  readonly source: string;
  readonly hardware: Omit<Hardware, 'name'>;
}

/** Those that come with the planner. */
export const catalogTemplates = catalog.templates as readonly HardwareTemplate[];

const own = 'Your own template';

/** A server model as a template under its name. */
export function templateOf({ name, ...hardware }: Hardware): HardwareTemplate {
  return { name, source: own, hardware };
}

/** One's own templates with one more; of those of the same name only the new one is left. */
export function withTemplate(
  templates: readonly HardwareTemplate[],
  template: HardwareTemplate,
): readonly HardwareTemplate[] {
  return [...templates.filter(({ name }) => name !== template.name), template];
}

/** What was kept of one's own templates; what is no server model any more is left out. */
export function readTemplates(kept: unknown): readonly HardwareTemplate[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly unknown[]).flatMap((each): HardwareTemplate[] => {
    if (typeof each !== 'object' || each === null || !('hardware' in each) || !('name' in each)) return [];
    const model = { ...(each.hardware as object), name: each.name };
    const isModel = checkDesign({ format: 'dagwright/1', name: 'Template', hardware: [model] }).length === 0;
    return isModel ? [templateOf(model as Hardware)] : [];
  });
}

/** Gives a server model the fields of a template; its name stays, and what the template leaves open is not stated. */
export function useTemplate(design: Design, model: string, { name, hardware }: HardwareTemplate): Command | undefined {
  const placed = indexDesign(design).hardware.get(model);
  if (!placed) return undefined;
  const value: Hardware = { ...hardware, name: model };
  return { name: 'use-template', label: `Make ${model} as ${name}`, edits: [{ op: 'set', path: placed.path, value }] };
}
