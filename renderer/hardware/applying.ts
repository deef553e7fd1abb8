import { applyCommand, type Command, type Edit } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { designFormat } from '../../planner/design/load.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design, Hardware } from '../../planner/design/types.ts';
import { difference, type Row } from '../dialogs/difference.ts';
import type { Around } from '../layingOut/around.ts';
import { place } from '../layingOut/placing.ts';
import { addTo } from '../state/commands.ts';
import type { Made } from '../state/structure.ts';
import { unique } from '../state/unique.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';
import { modelOf, type HardwareTemplate } from './templates.ts';

/** What becomes of some servers of one model. */
export interface ModelChange {
  /** The model that they had; undefined for servers that stated none. */
  readonly from: string | undefined;
  /** How many. */
  readonly servers: number;
  /** In what the template differs from that model. */
  readonly rows: readonly Row[];
}

/** A template used for servers: one change, and what follows from it. */
export interface Applied {
  readonly command: Command;
  /** Whether the model is new to the design, or stands there as the template has it. */
  readonly isNew: boolean;
  readonly changes: readonly ModelChange[];
  /** Models that no server refers to any more; they stay in the design. */
  readonly unused: readonly string[];
}

/** Why no template can be used for what is selected; undefined where it can. */
export function templateObstacle(selection: readonly Subject[]): string | undefined {
  return selection.every((each) => parseSubject(each)?.kind === 'server') ? undefined : 'Select servers first';
}

/**
 * What the model of a template is called in a design: as the template, unless a model of that name has other figures; then "R740 2".
 * A model that has the same figures is used as it is.
 */
export function modelName(design: Design, template: HardwareTemplate): string {
  const { hardware } = indexDesign(design);
  let name = template.name;
  for (let n = 2; ; n += 1) {
    const there = hardware.get(name);
    if (!there || sameFigures(there.value, template)) return name;
    name = `${template.name} ${n}`;
  }
}

/**
 * Makes servers of the model that a template describes, as one change: the design gets the model where it has none of that name, and the
 * servers refer to it. A text says why it cannot be.
 * @param name what the model is called in the design
 */
export function applyTemplate(
  design: Design,
  selection: readonly Subject[],
  template: HardwareTemplate,
  name = modelName(design, template),
): Applied | string {
  const obstacle = templateObstacle(selection);
  if (obstacle !== undefined) return `${obstacle}.`;
  const adding = modelEdits(design, template, name);
  if (typeof adding === 'string') return adding;
  const { servers, hardware } = indexDesign(design);
  const chosen = new Set(selection.flatMap((each) => servers.get(parseSubject(each)?.name ?? '') ?? []));
  const changed = [...chosen].filter(({ value }) => value.hardware !== name);
  if (changed.length === 0) return 'They are of this model already.';
  const who = selection.length === 1 ? subjectName(selection[0] ?? '') : countedSubjects(selection);
  const froms = unique(changed.map(({ value }) => value.hardware));
  const others = [...servers.values()].filter((server) => !chosen.has(server));
  const stillUsed = new Set([name, ...others.map(({ value }) => value.hardware)]);
  return {
    command: {
      name: 'apply-template',
      label: `Use template ${template.name} for ${who}`,
      edits: [...adding, ...changed.map(({ path }): Edit => ({ op: 'set', path: `${path}/hardware`, value: name }))],
    },
    isNew: adding.length > 0,
    changes: froms.map((from) => {
      const model = from === undefined ? undefined : hardware.get(from)?.value;
      return {
        from,
        servers: changed.filter(({ value }) => value.hardware === from).length,
        rows: model ? differences(model, template) : [],
      };
    }),
    unused: froms.flatMap((from) => (from === undefined || stillUsed.has(from) ? [] : from)),
  };
}

/** Adds a server of the model that a template describes, where a server is placed otherwise; a text says why that place takes none. */
export function placeFromTemplate(
  design: Design,
  around: Around,
  template: HardwareTemplate,
  name = modelName(design, template),
): Made | string {
  const adding = modelEdits(design, template, name);
  if (typeof adding === 'string') return adding;
  const made = place(design, 'server', around);
  if (typeof made === 'string') return made;
  const { label, edits } = made.command;
  const placed = indexDesign(applyCommand(design, made.command).design).servers.get(
    parseSubject(made.subject)?.name ?? '',
  );
  const referring: Edit = { op: 'set', path: `${placed?.path}/hardware`, value: name };
  return {
    ...made,
    command: { name: 'add', label: `${label} as ${name}`, edits: [...adding, ...edits, referring] },
  };
}

/** Adds the model of a template; nothing where it is there, a text where another one has that name. */
function modelEdits(design: Design, template: HardwareTemplate, name: string): readonly Edit[] | string {
  const there = indexDesign(design).hardware.get(name);
  if (!there) return addTo(design, '/hardware', modelOf(template, name), '').edits;
  return sameFigures(there.value, template)
    ? []
    : `The design has another server model named ${name}: choose another name.`;
}

/** Whether a template describes a server model, whatever either is called. */
export function sameFigures(model: Hardware, template: HardwareTemplate): boolean {
  return differences(model, template).length === 0;
}

/** In what a template differs from a server model. */
function differences(model: Hardware, template: HardwareTemplate): readonly Row[] {
  const alone = (hardware: Hardware): Design => ({ format: designFormat, name: '', hardware: [hardware] });
  return difference(alone(model), alone(modelOf(template, model.name))).flatMap(({ rows }) => rows);
}
