import type { Design } from '../../design/types.ts';
import type { Figure, Operand } from '../figure.ts';
import { sizingOptions, transportOptions, type SizingOptions, type TransportOptions } from '../options.ts';

/** An operand that is a figure itself. */
export function from(figure: Figure, name: string): Operand {
  return { name, value: figure.value, unit: figure.unit, id: figure.id, subject: figure.subject };
}

/** An operand that the design states, an option or a table gives. @param source a JSON Pointer, or which table or default */
export function given(name: string, value: Operand['value'], unit: string, source: string): Operand {
  return { name, value, unit, source };
}

/** A sizing option as an operand; its source is its place in the file or, where the design leaves it out, the default. */
export function sizingOperand(
  design: Pick<Design, 'sizing'>,
  name: string,
  key: keyof SizingOptions,
  unit: string,
): Operand {
  return given(
    name,
    sizingOptions(design)[key],
    unit,
    design.sizing?.[key] === undefined ? 'default' : `/sizing/${key}`,
  );
}

/** A transport option as an operand, as `sizingOperand`. */
export function transportOperand(
  design: Pick<Design, 'transport'>,
  name: string,
  key: keyof TransportOptions,
  unit: string,
): Operand {
  const source = design.transport?.[key] === undefined ? 'default' : `/transport/${key}`;
  return given(name, transportOptions(design)[key], unit, source);
}

/** Where the tables come from. */
export const calculator = 'Exchange Server Role Requirements Calculator v7.6';
