import type { Figure, Operand } from '../../planner/sizing/figure.ts';

type Result = number | readonly number[];

/**
 * Evaluates the words of a figure's formula with its operands: + − × ÷ <, parentheses, functions, Σ over lists. What stands behind a
 * semicolon is a remark. Operands whose full name the formula does not use form a list under what stands before " of ".
 */
export function evaluate({ formula, inputs }: Pick<Figure, 'formula' | 'inputs'>): number {
  const [words = ''] = formula.split('; ');
  const reader = new Reader(words, operandsOf(words, inputs));
  return single(reader.whole());
}

function operandsOf(words: string, inputs: readonly Operand[]): Map<string, Result> {
  const named = new Map<string, Result>();
  for (const { name, value } of inputs) {
    if (typeof value !== 'number') continue;
    const listed = name.lastIndexOf(' of ');
    if (uses(words, name) || listed < 0) named.set(name, value);
    else {
      const list = name.slice(0, listed);
      named.set(list, [...((named.get(list) as readonly number[] | undefined) ?? []), value]);
    }
  }
  return named;
}

function uses(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && !/[\p{L}\d]/u.test(words[at + name.length] ?? ' ');
}

const functions: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Σ: (values) => values.reduce((sum, value) => sum + value, 0),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  roundup: ([value = NaN]) => Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value))),
  rounddown: ([value = NaN]) => Math.floor(value + 1e-9 * Math.max(1, Math.abs(value))),
  round: ([value = NaN]) => Math.round(value),
  even: ([value = NaN]) => (value >= 2 ? value + (value % 2) : value),
};

/** A recursive descent over the words. */
class Reader {
  private at = 0;
  private readonly names: readonly string[];

  constructor(
    private readonly words: string,
    private readonly operands: ReadonlyMap<string, Result>,
  ) {
    this.names = [...operands.keys()].sort((a, b) => b.length - a.length);
  }

  whole(): Result {
    const left = this.sum();
    const result = this.take(' < ') ? Number(single(left) < single(this.sum())) : left;
    if (this.at < this.words.length) this.fail();
    return result;
  }

  private sum(): Result {
    let result = this.product();
    for (;;) {
      if (this.take(' + ')) result = each(result, this.product(), (a, b) => a + b);
      else if (this.take(' − ')) result = each(result, this.product(), (a, b) => a - b);
      else return result;
    }
  }

  private product(): Result {
    let result = this.factor();
    for (;;) {
      if (this.take(' × ')) result = each(result, this.factor(), (a, b) => a * b);
      else if (this.take(' ÷ ')) result = each(result, this.factor(), (a, b) => a / b);
      else return result;
    }
  }

  private factor(): Result {
    const name = this.names.find((candidate) => this.take(candidate));
    if (name !== undefined) return this.operands.get(name) ?? NaN;
    const number = /^\d[\d,.]*/.exec(this.words.slice(this.at))?.[0].replace(/,$/, '');
    if (number !== undefined && this.take(number)) return Number(number.replaceAll(',', ''));
    if (this.take('(')) return this.closed(this.sum());
    for (const [word, apply] of Object.entries(functions)) {
      if (this.take(`${word}(`)) return apply(this.list());
    }
    return this.fail();
  }

  private list(): number[] {
    const values = [this.sum()];
    while (this.take(', ')) values.push(this.sum());
    this.closed(0);
    return values.flat();
  }

  private closed(result: Result): Result {
    return this.take(')') ? result : this.fail();
  }

  private take(token: string): boolean {
    const taken = this.words.startsWith(token, this.at);
    const cut = taken && /[\p{L}\d]$/u.test(token) && /^[\p{L}_]/u.test(this.words.slice(this.at + token.length));
    if (!taken || cut) return false;
    this.at += token.length;
    return true;
  }

  private fail(): never {
    throw new Error(`Cannot read "${this.words}" at "${this.words.slice(this.at)}" with ${this.names.join(', ')}`);
  }
}

function each(a: Result, b: Result, apply: (a: number, b: number) => number): Result {
  if (typeof a === 'number' && typeof b === 'number') return apply(a, b);
  const length = typeof a === 'number' ? (b as readonly number[]).length : a.length;
  const item = (result: Result, i: number): number => (typeof result === 'number' ? result : (result[i] ?? NaN));
  return Array.from({ length }, (_, i) => apply(item(a, i), item(b, i)));
}

function single(result: Result): number {
  if (typeof result === 'number') return result;
  if (result.length === 1 && result[0] !== undefined) return result[0];
  throw new Error('A list stands where one number belongs.');
}
