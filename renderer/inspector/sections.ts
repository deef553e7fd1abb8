import { pointer, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { fieldsOf, type Field } from './field.ts';
import { locate, serversWith } from '../subjects/locate.ts';
import { definition, resolved, type SchemaNode } from '../subjects/schema.ts';
import { addition, type Addition } from '../additions/additions.ts';
import { memberName, memberOf } from '../subjects/members.ts';
import { labelOfKey } from './wording.ts';

/** A group of fields under one heading. */
export interface Section {
  readonly path: Pointer;
  /** "" for the subject's own fields, which need no heading. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** For a server's model: the servers that share it. */
  readonly sharedBy?: readonly string[];
  /** Stands in a list, so that it can be taken out. */
  readonly removable: boolean;
  /** Stands for a list that can be added to. */
  readonly adds?: Addition;
}

/** Lists whose members are subjects with an inspector of their own; they are only added to here. */
const subjectLists = new Set([
  'datacenters',
  'links',
  'pairs',
  'hardware',
  'mailboxTiers',
  'dags',
  'servers',
  'volumes',
  'databases',
  'copies',
  'notes',
]);

/** What the inspector shows of a subject: its own fields, then its parts; at a server also its model's. */
export function sectionsOf(design: Design, subject: Subject): readonly Section[] {
  const at = locate(design, subject);
  if (!at) return [];
  const own = walk(design, at.schema, at.path, '', false);
  return [...own, ...mailboxSection(design, subject), ...modelSections(design, subject)];
}

function walk(
  design: Design,
  schema: SchemaNode,
  path: Pointer,
  title: string,
  removable: boolean,
): readonly Section[] {
  const sections: Section[] = [{ path, title, fields: fieldsOf(schema, path), removable }];
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const node = resolved(property);
    const below = path + pointer(key);
    if (node.type === 'object' && node.properties) sections.push(...walk(design, node, below, labelOfKey(key), false));
    const item = node.items && resolved(node.items);
    if (item?.properties) sections.push(...listSections(design, item, below, key));
  }
  return sections.filter(({ fields, adds }) => fields.length > 0 || adds);
}

function listSections(design: Design, item: SchemaNode, path: Pointer, key: string): readonly Section[] {
  const members = valueAt(design, path);
  const list: readonly unknown[] = Array.isArray(members) ? members : [];
  const shown = subjectLists.has(key) ? [] : list;
  const title = labelOfKey(key);
  return [
    ...shown.flatMap((member, i) => walk(design, item, `${path}/${i}`, memberTitle(key, member), true)),
    { path, title, fields: [], removable: false, adds: addition(design, path, item) },
  ];
}

/** "Namespace mail.contoso.com": what a member is and what it is called. */
function memberTitle(key: string, member: unknown): string {
  const kind = memberOf(key);
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${memberName(member as object)}`;
}

/** How many mailboxes of each tier a database holds. */
function mailboxSection(design: Design, subject: Subject): readonly Section[] {
  const parsed = parseSubject(subject);
  if (parsed?.kind !== 'database') return [];
  const path = `${indexDesign(design).databases.get(parsed.name)?.path}/mailboxes`;
  const properties = Object.fromEntries(
    (design.mailboxTiers ?? []).map(({ name }): [string, SchemaNode] => [
      name,
      { type: 'integer', minimum: 0, unit: 'mailboxes' },
    ]),
  );
  const fields = fieldsOf({ properties }, path).map((field) => ({ ...field, label: field.key }));
  return fields.length > 0 ? [{ path, title: 'Mailboxes', fields, removable: false }] : [];
}

function modelSections(design: Design, subject: Subject): readonly Section[] {
  const parsed = parseSubject(subject);
  const model = parsed?.kind === 'server' ? indexDesign(design).servers.get(parsed.name)?.hardware : undefined;
  if (!model) return [];
  const sharedBy = serversWith(design, model.value.name);
  return walk(design, definition('hardware'), model.path, `Hardware ${model.value.name}`, false).map((section) => ({
    ...section,
    sharedBy,
    fields: section.fields.filter(({ path }) => path !== `${model.path}/name`),
  }));
}
