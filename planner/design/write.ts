import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import requirementsSchema from '../../schemas/requirements.schema.json' with { type: 'json' };
import type { Design, Requirements } from './types.ts';

/** How a value is laid out: the order of its properties and whether it stands on one line, both from its schema. */
interface Layout {
  readonly oneLine: boolean;
  readonly order: ReadonlyMap<string, Layout>;
  readonly items: Layout | undefined;
}

interface SchemaNode {
  readonly $ref?: string;
  readonly oneLine?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

const documents: Readonly<Record<string, unknown>> = {
  'design.schema.json': designSchema,
  'requirements.schema.json': requirementsSchema,
};

const plain: Layout = { oneLine: false, order: new Map(), items: undefined };
const designLayout = layoutOf(designSchema as SchemaNode, 'design.schema.json');
const requirementsLayout = layoutOf(requirementsSchema as SchemaNode, 'requirements.schema.json');

/** Where most of a large design stands. */
const dagLayout = designLayout.order.get('dags')?.items;
const memberLayouts = new Set(['servers', 'databases'].map((list) => dagLayout?.order.get(list)?.items));

/** Servers and databases as they were printed last: a recovery copy is made each second while a few of them are edited. */
const printed = new WeakMap<object, string>();

/**
 * A design as text: properties in the schema's order, then those that begin with `x-` as they came; two spaces of
 * indent; one line per copy and per volume. Writing, reading and writing again gives the same bytes.
 */
export function writeDesign(design: Design): string {
  return `${print(design, designLayout, '')}\n`;
}

/** Requirements as text, laid out as designs are. */
export function writeRequirements(requirements: Requirements): string {
  return `${print(requirements, requirementsLayout, '')}\n`;
}

function layoutOf(schema: SchemaNode, document: string): Layout {
  if (schema.$ref !== undefined) {
    const [file, fragment] = schema.$ref.split('#') as [string, string];
    const target = file === '' ? document : file;
    let node: unknown = documents[target];
    for (const step of fragment.split('/').slice(1)) node = (node as Record<string, unknown>)[step];
    return layoutOf(node as SchemaNode, target);
  }
  const properties = Object.entries(schema.properties ?? {});
  return {
    oneLine: schema.oneLine ?? false,
    order: new Map(properties.map(([name, property]) => [name, layoutOf(property, document)])),
    items: schema.items && layoutOf(schema.items, document),
  };
}

function print(value: unknown, layout: Layout, indent: string): string {
  if (typeof value !== 'object' || value === null || !memberLayouts.has(layout))
    return printAnew(value, layout, indent);
  let text = printed.get(value);
  if (text === undefined) printed.set(value, (text = printAnew(value, layout, indent)));
  return text;
}

function printAnew(value: unknown, layout: Layout, indent: string): string {
  if (layout.oneLine) return printOnOneLine(value, layout);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => inner + print(item, layout.items ?? plain, inner));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = inOrder(value, layout);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([name, item]) => `${inner}${JSON.stringify(name)}: ${print(item, layout.order.get(name) ?? plain, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function printOnOneLine(value: unknown, layout: Layout): string {
  if (Array.isArray(value)) return `[${value.map((item) => printOnOneLine(item, layout.items ?? plain)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = inOrder(value, layout).map(
    ([name, item]) => `${JSON.stringify(name)}: ${printOnOneLine(item, layout.order.get(name) ?? plain)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function inOrder(value: object, layout: Layout): [string, unknown][] {
  const record = value as Readonly<Record<string, unknown>>;
  const known = [...layout.order.keys()].filter((name) => Object.hasOwn(record, name));
  const rest = Object.keys(record).filter((name) => !layout.order.has(name));
  return [...known, ...rest]
    .map((name): [string, unknown] => [name, record[name]])
    .filter(([, item]) => item !== undefined);
}
