import { expect } from 'vitest';
import type { Validator } from '../../schemas/generated/validators.js';

/** The JSON that a command printed, after it fits its schema. */
export function fitting(validate: Validator, stdout: string): unknown {
  const value: unknown = JSON.parse(stdout);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  return value;
}
