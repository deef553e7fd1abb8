/** Texts of the calculator's cells as values; undefined where the text is not one. */

/** A whole number from 0, such as "4". */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** "TRUE", "False", "$true", "1". */
export function truth(text: string): boolean | undefined {
  const word = text.toLowerCase().replace('$', '');
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}

/** One of the given words, whatever its case. */
export function oneOf<W extends string>(text: string, words: readonly W[]): W | undefined {
  return words.find((word) => word.toLowerCase() === text.toLowerCase());
}

/** The items of "A, B,C". */
export function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * Hours of a .NET time span as Exchange writes it: "d.hh:mm:ss", "hh:mm:ss" or "d". The calculator writes seven days
 * as "7.0:00:00" (facts sizing C4).
 */
export function spanHours(text: string): number | undefined {
  // eslint-disable-next-line security/detect-unsafe-regex -- each part ends at its own mark; nothing to go back to.
  const parts = /^(?:(\d{1,6})\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text);
  if (!parts) return /^\d{1,6}$/.test(text) ? Number(text) * 24 : undefined;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return days * 24 + hours + minutes / 60 + seconds / 3600;
}
