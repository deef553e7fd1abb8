import catalog from '../../catalog/hardwareTemplates.json' with { type: 'json' };
import type { Command } from '../../planner/design/edit.ts';
import { checkDesign, designFormat } from '../../planner/design/load.ts';
import { indexDesign } from '../../planner/design/index.ts';
import type { Problem } from '../../planner/design/problem.ts';
import type { Design, Hardware } from '../../planner/design/types.ts';
import { formatNumber } from '../numbers/format.ts';
import { diskLabel, storageText } from '../numbers/storage.ts';

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

/** A template as a server model of a design. @param name what it is called there */
export function modelOf({ name, hardware }: HardwareTemplate, called: string = name): Hardware {
  return { name: called, ...hardware };
}

/** One's own templates with one more; of those of the same name only the new one is left. */
export function withTemplate(
  templates: readonly HardwareTemplate[],
  template: HardwareTemplate,
): readonly HardwareTemplate[] {
  return [...templates.filter(({ name }) => name !== template.name), template];
}

/** One's own templates without that of a name. */
export function withoutTemplate(templates: readonly HardwareTemplate[], name: string): readonly HardwareTemplate[] {
  return templates.filter((each) => each.name !== name);
}

/** Why a server model cannot have a name; undefined where it can. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A name is needed.';
  const [problem] = problemsOf({ name });
  return problem && `${problem.message} Expected ${problem.expected}.`;
}

/** Why a template of one's own cannot have a name; undefined where it can. */
export function ownNameProblem(name: string): string | undefined {
  const isTaken = catalogTemplates.some((each) => each.name === name);
  return isTaken ? 'A template that comes with the planner has this name.' : nameProblem(name);
}

/** Why no template of one's own can be renamed so; undefined where one can. */
export function renameProblem(templates: readonly HardwareTemplate[], to: string): string | undefined {
  const isTaken = templates.some(({ name }) => name === to);
  return isTaken ? 'Another of your templates has this name.' : ownNameProblem(to);
}

/** One's own templates with one of them under another name. */
export function renamed(templates: readonly HardwareTemplate[], from: string, to: string): readonly HardwareTemplate[] {
  return templates.map((each) => (each.name === from ? { ...each, name: to } : each));
}

/** What keeps a value from being a server model. */
function problemsOf(model: object): readonly Problem[] {
  return checkDesign({ format: designFormat, name: 'Template', hardware: [model] });
}

/** What was kept of one's own templates. */
export interface KeptTemplates {
  readonly templates: readonly HardwareTemplate[];
  /** How many that were kept are no server models, and are left out. */
  readonly unreadable: number;
}

/** Reads what was kept of one's own templates, whatever it is; of those of the same name the last counts. */
export function readTemplates(kept: unknown): KeptTemplates {
  if (!Array.isArray(kept)) return { templates: [], unreadable: kept === undefined ? 0 : 1 };
  const read = (kept as readonly unknown[]).map(readTemplate);
  const templates = read.flatMap((each) => each ?? []);
  return {
    templates: templates.reduce<readonly HardwareTemplate[]>(withTemplate, []),
    unreadable: read.length - templates.length,
  };
}

function readTemplate(kept: unknown): HardwareTemplate | undefined {
  if (typeof kept !== 'object' || kept === null || !('hardware' in kept) || !('name' in kept)) return undefined;
  const model = { ...(kept.hardware as object), name: kept.name };
  return problemsOf(model).length === 0 ? templateOf(model as Hardware) : undefined;
}

/** The figures that a template is chosen by, as far as it states them: "24 cores, 192 GB memory, 12 bays". */
export function figuresOf({ hardware: { cores, memoryGB, bays, dataDisk } }: HardwareTemplate): string {
  const capacity = dataDisk?.capacityGB;
  const figures = [
    cores !== undefined && `${formatNumber(cores)} cores`,
    memoryGB !== undefined && `${storageText(memoryGB, 'GB')} memory`,
    bays !== undefined && `${formatNumber(bays)} bays`,
    capacity !== undefined && `${diskLabel(capacity)} data disks`,
  ];
  return figures.filter((each) => each !== false).join(', ');
}

/** Gives a server model the fields of a template; its name stays, and what the template leaves open is not stated. */
export function useTemplate(design: Design, model: string, template: HardwareTemplate): Command | undefined {
  const placed = indexDesign(design).hardware.get(model);
  if (!placed) return undefined;
  return {
    name: 'use-template',
    label: `Make ${model} as ${template.name}`,
    edits: [{ op: 'set', path: placed.path, value: modelOf(template, model) }],
  };
}
