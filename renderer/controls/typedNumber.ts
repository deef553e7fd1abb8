/**
 * The number that somebody typed, as numbers are shown: decimals after a point, commas and spaces only between thousands. NaN for what is
 * no number, "1,5" included: nobody who types it means 15.
 */
export function typedNumber(text: string): number {
  const typed = text.trim();
  // eslint-disable-next-line security/detect-unsafe-regex -- each part begins with its own mark; nothing to go back to.
  const thousands = /^[+-]?\d{1,3}([\s,]\d{3})+(\.|$)/.test(typed);
  const digits = thousands ? typed.replace(/[\s,]/g, '') : typed;
  // eslint-disable-next-line security/detect-unsafe-regex -- each part begins with its own mark; nothing to go back to.
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
}
