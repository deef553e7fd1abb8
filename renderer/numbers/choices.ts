/** How numbers are written: grouped by commas, thin spaces, points or apostrophes; or with the signs of the system's language. */
export const numberFormats = ['comma', 'space', 'point', 'apostrophe', 'system'] as const;
export type NumberFormat = (typeof numberFormats)[number];

/**
 * In what amounts of storage are shown: as Exchange and the files have them, GB that are 2^30 bytes; the same amounts by their IEC
 * names, GiB; or GB of 10^9 bytes.
 */
export const storageUnits = ['exchange', 'binary', 'decimal'] as const;
export type StorageUnits = (typeof storageUnits)[number];

/** What stands between thousands, and before decimals. */
export interface Signs {
  readonly group: string;
  readonly decimal: string;
}

const signs: Readonly<Record<Exclude<NumberFormat, 'system'>, Signs>> = {
  comma: { group: ',', decimal: '.' },
  space: { group: '\u202f', decimal: ',' },
  point: { group: '.', decimal: ',' },
  apostrophe: { group: '’', decimal: '.' },
};

/** The signs of a format. @param language that of the system, as a BCP 47 tag */
export function signsOf(format: NumberFormat, language: string): Signs {
  return format === 'system' ? signsOfLanguage(language) : signs[format];
}

/**
 * Of a number that is long enough to be grouped in every language; the digits and groups of three stay ours. Where the system names no
 * language, as "C" is none, the signs are those of the default.
 */
function signsOfLanguage(language: string): Signs {
  const [known] = languagesAmong(language);
  if (known === undefined) return signs.comma;
  const parts = new Intl.NumberFormat(known, { numberingSystem: 'latn' }).formatToParts(12_345_678.5);
  const signOf = (type: 'group' | 'decimal', otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: signOf('group', ''), decimal: signOf('decimal', '.') };
}

function languagesAmong(tag: string): readonly string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag);
  } catch {
    return [];
  }
}
