import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import requirementsSchema from '../../schemas/requirements.schema.json' with { type: 'json' };

/** The part of a JSON Schema that fields are made from. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly source?: string;
  readonly refersTo?: string;
  readonly multiline?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

type Definitions = Readonly<Record<string, SchemaNode>>;
const definitions = designSchema.$defs as Definitions;

export const designRoot = designSchema as SchemaNode;
export const requirementsRoot = requirementsSchema as SchemaNode;

/** A definition of the design's schema by its name. */
export function definition(name: string): SchemaNode {
  return resolved({ $ref: `#/$defs/${name}` });
}

/** A schema with what it refers to; what it states itself goes first. */
export function resolved(schema: SchemaNode): SchemaNode {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  const target = definitions[name];
  if (!target) throw new Error(`The schema refers to ${schema.$ref}, which is not there`);
  const { $ref: _, ...own } = schema;
  return { ...resolved(target), ...own };
}

/** The schema of what a schema's value holds under a key or an index; undefined where it says nothing of it. */
export function schemaWithin(schema: SchemaNode, step: string): SchemaNode | undefined {
  const { properties, items, additionalProperties: others } = schema;
  const own = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  const inner = own ?? items ?? (typeof others === 'object' ? others : undefined);
  return inner && resolved(inner);
}
