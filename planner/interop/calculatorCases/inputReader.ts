import { CaseError } from './caseFile.ts';

/** Takes the inputs of a case one by one, so that those that nobody took are known. */
export class InputReader {
  readonly #open: Set<string>;

  /** @param where what stands before the names of the inputs in messages */
  constructor(
    private readonly inputs: Readonly<Record<string, unknown>>,
    private readonly where = '',
  ) {
    this.#open = new Set(Object.keys(inputs));
  }

  number(key: string): number {
    return this.#stated(key, this.numberIfAny(key));
  }

  numberIfAny(key: string): number | undefined {
    return this.#take(key, 'a number', (value): value is number => typeof value === 'number');
  }

  truth(key: string): boolean {
    return this.#stated(key, this.truthIfAny(key));
  }

  truthIfAny(key: string): boolean | undefined {
    return this.#take(key, 'true or false', (value): value is boolean => typeof value === 'boolean');
  }

  text(key: string): string {
    return this.#stated(key, this.textIfAny(key));
  }

  textIfAny(key: string): string | undefined {
    return this.#take(key, 'text', (value): value is string => typeof value === 'string');
  }

  /** A number, or undefined where the input is the given word. */
  numberOr(key: string, word: string): number | undefined {
    return this.inputs[key] === word ? (this.text(key), undefined) : this.number(key);
  }

  /** What one of the spellings stands for. */
  word<T>(key: string, spellings: Readonly<Record<string, T>>): T {
    return this.#stated(key, this.wordIfAny(key, spellings));
  }

  wordIfAny<T>(key: string, spellings: Readonly<Record<string, T>>): T | undefined {
    const spelt = this.textIfAny(key);
    if (spelt === undefined) return undefined;
    if (Object.hasOwn(spellings, spelt)) return spellings[spelt];
    throw new CaseError(
      `${this.#name(key)} is ${JSON.stringify(spelt)}, not one of: ${Object.keys(spellings).join(', ')}.`,
    );
  }

  numbersIfAny(key: string): number[] | undefined {
    const isNumber = (value: unknown): boolean => typeof value === 'number';
    return this.#take(
      key,
      'a list of numbers',
      (value): value is number[] => Array.isArray(value) && value.every(isNumber),
    );
  }

  /** Readers of the objects of a list. */
  listIfAny(key: string): InputReader[] | undefined {
    const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
    const list = this.#take(
      key,
      'a list of objects',
      (value): value is Record<string, unknown>[] => Array.isArray(value) && value.every(isObject),
    );
    return list?.map((inputs, i) => new InputReader(inputs, `${this.where}${key}.${i}.`));
  }

  /** Takes an input that has no part in the answer. */
  ignore(...keys: string[]): void {
    for (const key of keys) this.#open.delete(key);
  }

  /** @throws CaseError where an input was never taken */
  finish(): void {
    const [first] = this.#open;
    if (first !== undefined)
      throw new CaseError(`Unknown input: ${[...this.#open].map((key) => this.where + key).join(', ')}.`);
  }

  #take<T>(key: string, what: string, fits: (value: unknown) => value is T): T | undefined {
    this.#open.delete(key);
    const value = this.inputs[key];
    if (value === undefined || fits(value)) return value;
    throw new CaseError(`${this.#name(key)} is ${JSON.stringify(value)}, not ${what}.`);
  }

  #stated<T>(key: string, value: T | undefined): T {
    if (value === undefined) throw new CaseError(`${this.#name(key)} is missing.`);
    return value;
  }

  #name(key: string): string {
    return `The input ${this.where}${key}`;
  }
}
