import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import requirementsSchema from '../../schemas/requirements.schema.json' with { type: 'json' };
import type { Pointer } from '../design/pointer.ts';
import type { Quantity, Value } from './figure.ts';
import { NotStated } from './formula.ts';

/** The part of a JSON Schema that tells what a field is. */
interface Property {
  readonly unit?: string;
  readonly default?: unknown;
  readonly source?: string;
}

/** An object of the schemas, by its properties. */
export interface Definition {
  readonly properties: Readonly<Record<string, Property>>;
}

type Key<T> = Exclude<keyof T & string, `x-${string}`>;
type Stated<T> = Extract<NonNullable<T>, Value>;

/** A definition of the design's schema, or an object within it. */
export function definition(name: keyof typeof designSchema.$defs, inner?: string): Definition {
  const found = designSchema.$defs[name] as Definition;
  return inner === undefined ? found : (found.properties[inner] as Definition);
}

/** The requirements' own schema, or that of one of its objects. */
export function requirementsDefinition(name?: 'copies' | 'databases' | 'storage' | 'link'): Definition {
  return (name === undefined ? requirementsSchema : requirementsSchema.properties[name]) as Definition;
}

/** The fields of one object of a file, each with its unit and where it comes from: its place, or the default and that one's source. */
export class Fields<T extends object> {
  readonly #found = new Map<string, Quantity | undefined>();

  constructor(
    private readonly definition: Definition,
    private readonly path: Pointer,
    private readonly stated: T | undefined,
  ) {}

  /** @throws NotStated where neither the file nor a default gives the value */
  get<K extends Key<T>>(key: K): Quantity<Stated<T[K]>> {
    const found = this.find(key);
    if (!found) throw new NotStated(this.pathOf(key));
    return found;
  }

  /** Where a field stands in the file. */
  pathOf(key: Key<T>): Pointer {
    return `${this.path}/${key}`;
  }

  /** The value, or undefined where neither the file nor a default gives it. */
  find<K extends Key<T>>(key: K): Quantity<Stated<T[K]>> | undefined {
    if (!this.#found.has(key)) this.#found.set(key, this.#read(key));
    return this.#found.get(key) as Quantity<Stated<T[K]>> | undefined;
  }

  #read<K extends Key<T>>(key: K): Quantity<Stated<T[K]>> | undefined {
    const property = this.definition.properties[key] ?? {};
    const stated = this.stated?.[key] ?? undefined;
    const value = (stated ?? property.default ?? undefined) as Stated<T[K]> | undefined;
    if (value === undefined) return undefined;
    const byDefault = property.source === undefined ? 'default' : `default, ${property.source}`;
    return {
      value,
      unit: property.unit ?? (typeof value === 'number' ? unitOf(key) : ''),
      source: stated === undefined ? byDefault : this.pathOf(key),
    };
  }

  /** Whether the file itself states the value. */
  states(key: Key<T>): boolean {
    return this.stated?.[key] !== undefined && this.stated[key] !== null;
  }
}

/** The unit of a number that states none: a share of 1, or how many times. */
function unitOf(key: string): string {
  if (/(Fraction|Share)$/.test(key)) return '1';
  return /(Factor|Multiplier)$/.test(key) ? '×' : '';
}
