import { writing } from '../numbers/chosen.svelte.ts';
import { exactGrouped, exactNumber, formatNumber } from '../numbers/format.ts';
import { engineUnit, isStorageUnit } from '../numbers/storage.ts';
import { pointer, type Pointer } from '../../planner/design/pointer.ts';
import { typedNumber } from '../controls/typedNumber.ts';
import { resolved, type SchemaNode } from '../subjects/schema.ts';
import { labelOfKey, labelOfValue, withoutFactNumbers, wordForNull } from './wording.ts';

export type FieldKind =
  | 'text'
  | 'lines'
  | 'date'
  | 'number'
  | 'integer'
  | 'percent'
  | 'choice'
  | 'boolean'
  | 'reference'
  | 'list'
  | 'numbers'
  | 'presence';

/** One property as a field of the inspector or the form. */
export interface Field {
  readonly key: string;
  readonly path: Pointer;
  readonly label: string;
  readonly description: string;
  readonly kind: FieldKind;
  readonly unit: string;
  readonly required: boolean;
  /** The schema's default in the field's own writing, where it has one. */
  readonly fallback: string | undefined;
  readonly source: string | undefined;
  readonly choices: readonly { readonly value: string | number; readonly label: string }[];
  readonly refersTo: string | undefined;
  /** How null is written where it is allowed: "never", "automatic". */
  readonly nullWord: string | undefined;
  readonly schema: SchemaNode;
}

/** The fields of an object's own plain properties, in the schema's order; `base` is where the object stands. */
export function fieldsOf(schema: SchemaNode, base: Pointer): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const field = fieldOf(key, property, base, schema.required?.includes(key) ?? false);
    return field ?? [];
  });
}

/** A property as a field; undefined for objects, lists of objects and the file's own marks. */
export function fieldOf(key: string, property: SchemaNode, base: Pointer, required = false): Field | undefined {
  const schema = resolved(property);
  const kind = kindOf(key, schema);
  if (!kind) return undefined;
  const nullWord = [schema.type ?? []].flat().includes('null') ? wordForNull(key) : undefined;
  return {
    key,
    path: base + pointer(key),
    label: labelOfKey(key),
    description: withoutFactNumbers(schema.description ?? ''),
    kind,
    unit: kind === 'percent' ? '%' : unitOf(key, schema.unit),
    required,
    fallback: schema.default === undefined ? undefined : fallbackText(kind, schema.default, nullWord),
    source: schema.source === undefined ? undefined : withoutFactNumbers(schema.source),
    choices: (schema.enum ?? []).map((value) => ({ value, label: choiceLabel(value) })),
    refersTo: schema.refersTo,
    nullWord,
    schema,
  };
}

/** The unit that a property is typed in. Capacities are the labels of disks, decimal; all other storage is in units of 1,024. */
function unitOf(key: string, unit = ''): string {
  return key !== 'capacityGB' && isStorageUnit(unit) ? engineUnit(unit) : unit;
}

function kindOf(key: string, schema: SchemaNode): FieldKind | undefined {
  if (schema.const !== undefined || key === '$schema') return undefined;
  const types = [schema.type ?? []].flat();
  if (schema.enum) return 'choice';
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('integer')) return 'integer';
  if (types.includes('number')) return key.endsWith('Fraction') ? 'percent' : 'number';
  if (types.includes('object') && types.includes('null')) return 'presence';
  if (types.includes('array')) {
    const item = resolved(schema.items ?? {});
    if (item.type === 'number') return 'numbers';
    return item.type === 'string' || item.enum ? 'list' : undefined;
  }
  if (types.includes('string')) {
    if (schema.refersTo) return 'reference';
    if (schema.multiline) return 'lines';
    return (schema as { format?: string }).format === 'date' ? 'date' : 'text';
  }
  return undefined;
}

/** A value as it stands in its field. @param number how numbers are written, by default as they are typed */
export function fieldText(kind: FieldKind, value: unknown, nullWord = 'none', number = exactNumber): string {
  if (value === undefined) return '';
  if (value === null) return nullWord;
  if (kind === 'numbers' && Array.isArray(value)) return value.map(exactNumber).join(listSeparator());
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number' && kind !== 'choice') {
    return number(kind === 'percent' ? Number((value * 100).toPrecision(12)) : value);
  }
  if (kind === 'boolean') return value === true ? 'yes' : 'no';
  if (typeof value === 'object') return 'present';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function fallbackText(kind: FieldKind, value: unknown, nullWord: string | undefined): string {
  if (kind === 'choice') return choiceLabel(value as string | number);
  return readText(kind, value, nullWord);
}

/** One of several values as people say it; numbers among them are written as chosen. */
export function choiceLabel(value: string | number): string {
  return typeof value === 'number' ? exactNumber(value) : labelOfValue(value);
}

/** A value as it is read: as in its field, with thousands separators. */
export function readText(kind: FieldKind, value: unknown, nullWord?: string): string {
  return fieldText(kind, value, nullWord, exactGrouped);
}

/** What was typed, as a value of the design; undefined where it was cleared ("not stated"). */
export function parseField(field: Field, text: string): Parsed {
  const typed = text.trim();
  if (typed === '') {
    return field.required ? { ok: false, message: `${field.label} is needed.` } : { ok: true, value: undefined };
  }
  switch (field.kind) {
    case 'text':
    case 'lines':
    case 'date':
    case 'reference':
      return { ok: true, value: typed };
    case 'choice':
      return { ok: true, value: field.choices.find(({ value }) => String(value) === typed)?.value ?? typed };
    case 'boolean':
      return { ok: true, value: typed === 'yes' };
    case 'presence':
      return { ok: true, value: typed === 'present' ? {} : null };
    case 'list':
      return { ok: true, value: parts(typed) };
    case 'numbers':
      return parseNumbers(field, typed);
    case 'number':
    case 'integer':
    case 'percent':
      return typed.toLowerCase() === field.nullWord ? { ok: true, value: null } : parseNumber(field, typed);
  }
}

/** Between the numbers of a list; where a comma is the decimal sign it does not part them. */
const listSeparator = (): string => (writing().signs.decimal === ',' ? '; ' : ', ');

function parseNumbers({ label }: Field, typed: string): Parsed {
  const separator = listSeparator();
  const numbers = parts(typed, separator === '; ' ? /;/ : /[,;]/).map(typedNumber);
  if (numbers.every(Number.isFinite)) return { ok: true, value: numbers };
  return { ok: false, message: `${label} is a list of numbers, such as ${[1, 2.5].map(exactNumber).join(separator)}.` };
}

function parts(text: string, separator = /[,;]/): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function parseNumber({ kind, label, schema }: Field, typed: string): Parsed {
  const number = typedNumber(typed.replace(/%$/, ''));
  if (!Number.isFinite(number))
    return { ok: false, message: `${label} is a number, such as ${kind === 'percent' ? '20' : '24'}.` };
  const value = kind === 'percent' ? Number((number / 100).toPrecision(12)) : number;
  if (kind === 'integer' && !Number.isInteger(value)) return { ok: false, message: `${label} is a whole number.` };
  const shown = (limit: number): string => formatNumber(kind === 'percent' ? limit * 100 : limit);
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  if (minimum !== undefined && value < minimum)
    return { ok: false, message: `${label} is at least ${shown(minimum)}.` };
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return { ok: false, message: `${label} is more than ${shown(exclusiveMinimum)}.` };
  }
  if (maximum !== undefined && value > maximum) return { ok: false, message: `${label} is at most ${shown(maximum)}.` };
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    return { ok: false, message: `${label} is less than ${shown(exclusiveMaximum)}.` };
  }
  return { ok: true, value };
}
