import type { SchemaViolation } from '../../schemas/generated/validators.js';
import { counted } from './format.ts';
import { tooLarge } from './largeAmounts.ts';
import { pointer } from './pointer.ts';
import { excerpt, type Problem } from './problem.ts';

interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly unit?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** What the schema's errors mean for the person who wrote the file. */
export function schemaProblems(errors: readonly SchemaViolation[] | null | undefined): Problem[] {
  return (errors ?? []).map(toProblem);
}

function toProblem(error: SchemaViolation): Problem {
  const schema = error.parentSchema as SchemaNode;
  const path = error.instancePath;
  const found = excerpt(error.data);
  const limit = excerpt(error.params['limit']);
  const unit = schema.unit ? ` ${schema.unit}` : '';
  switch (error.keyword) {
    case 'required': {
      const property = String(error.params['missingProperty']);
      return {
        path: path + pointer(property),
        message: `"${property}" is missing.`,
        expected: expectedType(schema.properties?.[property] ?? {}),
        found: 'nothing',
      };
    }
    case 'additionalProperties': {
      const property = String(error.params['additionalProperty']);
      const known = Object.keys(schema.properties ?? {});
      const meant = known.find((name) => name.toLowerCase() === property.toLowerCase());
      return {
        path: path + pointer(property),
        message: `"${property}" is not a property of ${schema.title ?? 'this object'}${meant ? `; did you mean "${meant}"?` : '.'}`,
        expected: `one of ${known.join(', ')}, or a name that begins with x-`,
        found: excerpt((error.data as Record<string, unknown>)[property]),
      };
    }
    case 'type':
      if (error.data === Infinity) return tooLarge(path, Infinity);
      return problem(path, `This is not ${expectedType(schema)}.`, expectedType(schema), found);
    case 'enum':
      return problem(path, 'This value is not allowed here.', choices(schema.enum ?? []), found);
    case 'const':
      return problem(path, 'This value is not allowed here.', excerpt(schema.const), found);
    case 'pattern':
      return problem(
        path,
        error.data === '' ? 'This name is empty.' : 'This name has a character that names cannot have.',
        asPhrase(schema.description ?? 'another name'),
        found,
      );
    case 'minimum':
      return problem(
        path,
        limit === '0' ? 'This is negative.' : 'This is too small.',
        `at least ${limit}${unit}`,
        found,
      );
    case 'exclusiveMinimum':
      return problem(path, 'This is too small.', `more than ${limit}${unit}`, found);
    case 'maximum':
      return problem(path, 'This is too large.', `at most ${limit}${unit}`, found);
    case 'exclusiveMaximum':
      return problem(path, 'This is too large.', `less than ${limit}${unit}`, found);
    case 'minItems':
      return problem(path, 'This list is too short.', `at least ${counted(Number(limit), 'item')}`, found);
    case 'maxItems':
      return problem(path, 'This list is too long.', `at most ${counted(Number(limit), 'item')}`, found);
    case 'minLength':
      return problem(path, 'This text is empty.', `at least ${limit} character`, found);
    case 'format':
      return problem(path, 'This is not a date.', 'a date such as 2026-03-31', found);
    default:
      return problem(path, `This ${error.message ?? 'is not valid'}.`, schema.description ?? 'another value', found);
  }
}

/** A description as part of a sentence. */
function asPhrase(description: string): string {
  return description.charAt(0).toLowerCase() + description.slice(1);
}

function problem(path: string, message: string, expected: string, found: string): Problem {
  return { path, message, expected, found };
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function expectedType(schema: SchemaNode): string {
  if (schema.const !== undefined) return excerpt(schema.const);
  if (schema.enum) return choices(schema.enum);
  const types = [schema.type ?? []].flat().map((type) => typeNames[type] ?? type);
  const text = types.length > 0 ? types.join(' or ') : 'a text';
  return schema.unit ? `${text} (${schema.unit})` : text;
}

function choices(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}
