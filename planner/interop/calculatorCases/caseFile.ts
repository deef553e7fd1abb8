/** What the calculator answers for given inputs, as a case file states it. */
export interface CalculatorCase {
  readonly name: string;
  /** Names the sizing tables: "exchange-2013". */
  readonly catalog: string;
  /** Whether the calculator accepts the inputs. */
  readonly valid: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly replication: Readonly<Record<string, Value>>;
}

export type Value = number | string | boolean;

/** A file that is no case, or a case with an input that is not known. */
export class CaseError extends Error {}

/** Reads a case file's text. @throws CaseError */
export function readCase(text: string): CalculatorCase {
  const { name, catalog, valid, inputs, outputs, replication } = record(parse(text), 'The file');
  if (typeof name !== 'string' || typeof catalog !== 'string' || typeof valid !== 'boolean') {
    throw new CaseError('The file is no case: it needs a name, a catalog and whether it is valid.');
  }
  return {
    name,
    catalog,
    valid,
    inputs: record(inputs, '"inputs"'),
    outputs: values(outputs, '"outputs"'),
    replication: values(replication, '"replication"'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CaseError(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CaseError(`${what} holds no object.`);
  return value as Record<string, unknown>;
}

function values(value: unknown, what: string): Record<string, Value> {
  const found = value === undefined ? {} : record(value, what);
  const odd = Object.entries(found).find(([, inner]) => !['number', 'string', 'boolean'].includes(typeof inner));
  if (odd) throw new CaseError(`${what} holds "${odd[0]}", which is neither a number nor text nor a truth.`);
  return found as Record<string, Value>;
}
