import type { Figure, Operand } from '../figure.ts';

/** An operand that is a figure itself. */
export function from(figure: Figure, name: string): Operand {
  return { name, value: figure.value, unit: figure.unit, id: figure.id, subject: figure.subject };
}

/** An operand that the design states, an option or a table gives. @param source a JSON Pointer, or which table or default */
export function given(name: string, value: Operand['value'], unit: string, source: string): Operand {
  return { name, value, unit, source };
}

/** Where the tables come from. */
export const calculator = 'Exchange Server Role Requirements Calculator v7.6';
