import { writing } from '../numbers/chosen.svelte.ts';

/**
 * The number that somebody typed, as numbers are shown: decimals after the chosen sign, the chosen group sign and spaces only between
 * thousands. NaN for what is no number; where decimals follow a point that is "1,5": nobody who types it means 15.
 */
export function typedNumber(text: string): number {
  const typed = text.trim().replace(/[^\d+\-e]/gi, canonical);
  // eslint-disable-next-line security/detect-unsafe-regex -- each part begins with its own mark; nothing to go back to.
  const thousands = /^[+-]?\d{1,3}( \d{3})+(\.|$)/.test(typed);
  const digits = thousands ? typed.replaceAll(' ', '') : typed;
  // eslint-disable-next-line security/detect-unsafe-regex -- each part begins with its own mark; nothing to go back to.
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
}

/** A point for the decimal sign, a space for what may group; what is neither spoils the number. */
function canonical(sign: string): string {
  const { group, decimal } = writing().signs;
  if (sign === decimal) return '.';
  return sign === group || /\s/.test(sign) || (apostrophe.test(sign) && apostrophe.test(group)) ? ' ' : '?';
}

/** The one that is printed and the one on keyboards. */
const apostrophe = /['’]/;
