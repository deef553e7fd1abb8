import { pointer, pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import type { Subject } from '../../planner/design/subject.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { addTo } from '../state/commands.ts';
import type { Made } from '../state/structure.ts';
import { locate } from '../subjects/locate.ts';
import { memberName, memberOf } from '../subjects/members.ts';
import { designRoot, resolved, schemaWithin, type SchemaNode } from '../subjects/schema.ts';
import { subjectName } from '../subjects/subjectName.ts';
import { subjectAt } from '../subjects/subjectAt.ts';
import { newMember } from './newMember.ts';

/** Something that can be added to a list of the design. */
export interface Addition {
  readonly list: Pointer;
  /** What one is called: "datacenter". */
  readonly member: string;
  /** Why there can be none now. */
  readonly obstacle?: string;
  /** Absent where there is an obstacle. */
  readonly made?: Made;
}

/** What can be added to a thing of the design: a member of each of its lists. @param owner where the thing stands */
export function additionsTo(design: Design, owner: Pointer): readonly Addition[] {
  return Object.entries(schemaAt(owner)?.properties ?? {}).flatMap(([key, property]) => {
    const item = itemOf(property);
    return item ? addition(design, owner + pointer(key), item) : [];
  });
}

/** The same, for one list. @param item the schema of its members */
export function addition(design: Design, list: Pointer, item: SchemaNode): Addition {
  const steps = pointerSteps(list);
  const key = steps.at(-1) ?? '';
  const member = memberOf(key);
  const siblings = (valueAt(design, list) as readonly object[] | undefined) ?? [];
  const ownerPath = pointer(...steps.slice(0, -1));
  const owner = valueAt(design, ownerPath) as object;
  const value = newMember({ design, list: key, owner, siblings, schema: item });
  if (typeof value === 'string') return { list, member, obstacle: value };
  const where = ownerPath === '' ? '' : ` to ${subjectName(subjectAt(design, ownerPath))}`;
  const command = addTo(design, list, value, `${['Add', member, memberName(value)].filter(Boolean).join(' ')}${where}`);
  const path = `${list}/${siblings.length}`;
  const [firstField = ''] = item.required ?? [];
  return {
    list,
    member,
    made: { command, subject: subjectAt(applyCommand(design, command).design, path), path: path + pointer(firstField) },
  };
}

/** What can be added where a subject stands, from the subject outwards to the design. */
export function additionsAround(
  design: Design,
  subject: Subject,
): readonly { readonly owner: Subject; readonly additions: readonly Addition[] }[] {
  const steps = pointerSteps(locate(design, subject)?.path ?? '');
  const owners: Pointer[] = [];
  for (let length = steps.length; length >= 0; length -= 1) {
    const isMember = length === 0 || /^\d+$/.test(steps[length - 1] ?? '');
    if (isMember) owners.push(pointer(...steps.slice(0, length)));
  }
  return owners
    .map((path) => ({ owner: subjectAt(design, path), additions: additionsTo(design, path) }))
    .filter(({ additions }) => additions.length > 0);
}

function schemaAt(path: Pointer): SchemaNode | undefined {
  return pointerSteps(path).reduce<SchemaNode | undefined>(
    (schema, step) => schema && schemaWithin(schema, step),
    designRoot,
  );
}

/** The schema of a list's members, where they are objects. */
function itemOf(property: SchemaNode): SchemaNode | undefined {
  const { items } = resolved(property);
  const item = items && resolved(items);
  return item?.properties && item;
}
