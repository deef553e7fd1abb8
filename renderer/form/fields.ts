import type { Pointer } from '../../planner/design/pointer.ts';
import { fieldOf, fieldsOf, type Field } from '../inspector/field.ts';
import { requirementsRoot, resolved, type SchemaNode } from '../subjects/schema.ts';

/** A field of the requirements by its path; steps that are numbers go into a list. */
export function requirementField(path: Pointer, label?: string): Field {
  const steps = path.split('/').slice(1);
  let node: SchemaNode = requirementsRoot;
  let required = false;
  for (const step of steps) {
    const schema = resolved(node);
    required = schema.required?.includes(step) ?? false;
    const next = /^\d+$/.test(step) ? schema.items : schema.properties?.[step];
    if (!next) throw new Error(`The requirements' schema has no ${path}`);
    node = next;
  }
  const key = steps.at(-1) ?? '';
  const field = fieldOf(
    key,
    path === '/witness/datacenter'
      ? { type: 'string', description: 'The third site, outside the pair, where the witness stands.' }
      : node,
    path.slice(0, path.lastIndexOf('/')),
    required,
  );
  if (!field) throw new Error(`${path} is not one field`);
  return label === undefined ? field : { ...field, label };
}

/** The fields of one of the requirements' objects, such as "sizing". */
export function optionFields(key: string): readonly Field[] {
  return fieldsOf(resolved(requirementsRoot.properties?.[key] ?? {}), `/${key}`);
}

/** The options that a tier has beside its main columns. */
export function tierOptionFields(tier: Pointer): readonly Field[] {
  const main = new Set(['name', 'mailboxes', 'messagesPerDay', 'quotaMB']);
  const schema = resolved(resolved(requirementsRoot.properties?.['mailboxTiers'] ?? {}).items ?? {});
  return fieldsOf(schema, tier).filter(({ key }) => !main.has(key));
}
