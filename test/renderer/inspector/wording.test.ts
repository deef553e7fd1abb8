import { expect, it } from 'vitest';
import { withoutFactNumbers } from '../../../renderer/inspector/wording.ts';

it.each([
  ['Preferred Architecture (facts A7.2)', 'Preferred Architecture'],
  ['Role Requirements Calculator (facts A6, conflict)', 'Role Requirements Calculator'],
  ["The PA's server has none (facts A10.3); the examples have one", "The PA's server has none; the examples have one"],
  ['The calculator (an example, facts B)', 'The calculator (an example)'],
  ['Room for data (GB)', 'Room for data (GB)'],
])('withoutFactNumbers("%s") is "%s"', (text, shown) => {
  expect(withoutFactNumbers(text)).toBe(shown);
});
