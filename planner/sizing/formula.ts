import type { Pointer } from '../design/pointer.ts';
import type { Subject } from '../design/subject.ts';
import type { Figure, Operand, Quantity, Value } from './figure.ts';

/** What figures are of: their subject, and what sets several figures of one subject apart, such as a failure mode. */
export interface Scope {
  readonly subject: Subject;
  readonly variant?: string;
  /**
   * A scope whose figures have the same values in the same words: of hundreds of databases most hold what another one holds. Only where
   * things stand, as their working tells it, is the scope's own.
   */
  readonly like?: Scope | undefined;
  /** What was made of it so far, by recipe. It stands here, as a weak entry for each scope costs the garbage collector much. */
  made?: Map<unknown, unknown>;
}

/** A field that a figure needs and the file does not state. */
export class NotStated extends Error {
  constructor(readonly path: Pointer) {
    super(`${path} is not stated.`);
    this.name = 'NotStated';
  }
}

/** Amounts that are too large to calculate with. */
export class Overflow extends Error {
  constructor(readonly id: string) {
    super(`${id} is no finite number.`);
    this.name = 'Overflow';
  }
}

/** What a formula is given, by the names that it uses: "sizeOnDisk" is "size on disk" in its words. */
type Operands = Readonly<Record<string, Quantity | readonly Quantity[]>>;

type ValueOf<Q> = Q extends readonly (infer Item)[]
  ? readonly ValueOf<Item>[]
  : Q extends Quantity<infer T>
    ? T
    : never;

/** A figure before it has a name and a subject. */
export interface Recipe<T extends Value = Value> {
  readonly value: T;
  readonly unit: string;
  readonly formula: string;
  readonly of: Operands;
  readonly source: string;
  readonly closedFormula?: Figure['closedFormula'];
}

/**
 * One calculation: its arithmetic in words and as a function of the same operands.
 *
 * The words are arithmetic too: + − × ÷, parentheses, max, min, roundup, rounddown, round, and Σ over lists. Behind a semicolon may stand
 * a remark. The tests evaluate them with the operands and expect the value.
 */
export function formula<T extends Value, const O extends Operands>(calculation: {
  readonly unit: string;
  readonly words: string;
  readonly of: O;
  readonly value: (values: { readonly [K in keyof O]: ValueOf<O[K]> }) => T;
  readonly source: string;
}): Recipe<T> {
  const { unit, words, of, value, source } = calculation;
  const values: Record<string, unknown> = {};
  for (const name in of) {
    const quantity: Operands[string] = of[name] ?? [];
    values[name] = isList(quantity) ? quantity.map((item) => item.value) : quantity.value;
  }
  return { value: value(values as { readonly [K in keyof O]: ValueOf<O[K]> }), unit, formula: words, of, source };
}

/** Defines a figure: what it is called, and how it is made from what its scope offers. Made once per scope, when first asked for. */
export function figure<S extends Scope, T extends Value>(
  id: string,
  recipe: (scope: S) => Recipe<T>,
): (scope: S) => Figure<T>;
/** A figure that some scopes do not have. */
export function figure<S extends Scope, T extends Value>(
  id: string,
  recipe: (scope: S) => Recipe<T> | undefined,
): (scope: S) => Figure<T> | undefined;
export function figure<S extends Scope, T extends Value>(
  id: string,
  recipe: (scope: S) => Recipe<T> | undefined,
): (scope: S) => Figure<T> | undefined {
  const make = (scope: S): Figure<T> | undefined => {
    const known = (scope.made ??= new Map());
    const found = known.get(recipe) as Made<T>;
    if (found === 'in the making') throw new RangeError(`${id} is made from itself.`);
    if (found instanceof NotStated) throw found;
    if (found !== undefined) return found === 'absent' ? undefined : found;
    known.set(recipe, 'in the making');
    try {
      const done = scope.like ? make(scope.like as S) : recipe(scope);
      const result = done && new Worked(id, scope, recipe, done);
      known.set(recipe, result ?? 'absent');
      return result;
    } catch (error) {
      if (error instanceof NotStated) known.set(recipe, error);
      else known.delete(recipe);
      throw error;
    }
  };
  return make;
}

/** What several figures of a scope are made from and is no figure itself: found once per scope, when first asked for. */
export function once<S extends Scope, T>(find: (scope: S) => T): (scope: S) => T {
  return (scope) => {
    const known = (scope.made ??= new Map());
    if (!known.has(find)) known.set(find, find(scope));
    return known.get(find) as T;
  };
}

type Made<T extends Value> = Figure<T> | 'absent' | 'in the making' | NotStated | undefined;

/** A figure that is asked anew what it was made of, and puts it in words, only when somebody wants to know: a design has thousands. */
class Worked<S extends Scope, T extends Value> implements Figure<T> {
  readonly id: string;
  readonly subject: Subject;
  readonly value: T;
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
  declare readonly closedFormula?: NonNullable<Figure['closedFormula']>;
  readonly #scope: S;
  readonly #recipe: (scope: S) => Recipe<T> | undefined;

  /** @throws Overflow */
  constructor(
    id: string,
    scope: S,
    recipe: (scope: S) => Recipe<T> | undefined,
    { value, unit, formula: words, source, closedFormula }: Recipe<T> | Figure<T>,
  ) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Overflow(id);
    this.id = scope.variant === undefined ? id : `${id}.${scope.variant}`;
    this.subject = scope.subject;
    this.value = value;
    this.unit = unit;
    this.formula = words;
    this.source = source;
    if (closedFormula) this.closedFormula = closedFormula;
    this.#scope = scope;
    this.#recipe = recipe;
  }

  get inputs(): readonly Operand[] {
    return Object.entries(this.#recipe(this.#scope)?.of ?? {}).flatMap(([name, quantity]) =>
      operandsOf(inWords(name), quantity),
    );
  }

  toJSON(): Figure<T> {
    return plainFigure(this);
  }
}

/** The figure as plain data, its working in words: to be written, or sent to another thread. */
export function plainFigure<T extends Value>({
  id,
  subject,
  value,
  unit,
  formula: words,
  inputs,
  source,
  closedFormula,
}: Figure<T>): Figure<T> {
  return { id, subject, value, unit, formula: words, inputs, source, ...(closedFormula && { closedFormula }) };
}

/** "sizeOnDisk" → "size on disk". */
function inWords(name: string): string {
  return name
    .replaceAll(/[A-Z]+/g, (letters) => ` ${letters.length > 1 ? letters : letters.toLowerCase()}`)
    .replace(/^io\b/, 'I/O')
    .trim();
}

function operandsOf(name: string, quantity: Quantity | readonly Quantity[]): Operand[] {
  if (!isList(quantity)) return [operand(name, quantity)];
  return quantity.map((item) => operand(`${name} of ${ownerOf(item)}`, item));
}

function ownerOf(item: Quantity | Figure): string {
  return 'id' in item ? item.subject.slice(item.subject.indexOf(':') + 1) : (item.of ?? '');
}

function operand(name: string, quantity: Quantity | Figure): Operand {
  const { value, unit } = quantity;
  if ('id' in quantity) return { name, value, unit, id: quantity.id, subject: quantity.subject };
  return { name, value, unit, ...(quantity.source !== undefined && { source: quantity.source }) };
}

function isList(quantity: Quantity | readonly Quantity[]): quantity is readonly Quantity[] {
  return Array.isArray(quantity);
}
