/**
 * Names from a pattern: {0}, {00}, {000} is a counter with at least so many digits, {site} the datacenter, {dag} the
 * DAG's number. The counter runs on over the whole design and is as wide as its largest number, so that names sort. A
 * pattern without a counter gets one where names would repeat.
 */
export interface NamePattern {
  readonly pattern: string;
  /** How many names the pattern must give. */
  readonly count: number;
}

const counter = /\{0+\}/;

/** The name with the given number, counted from 1. */
export function patternName(
  { pattern, count }: NamePattern,
  number: number,
  place: { readonly site?: string; readonly dag?: number } = {},
): string {
  const counted = count > 1 && !counter.test(pattern) ? `${pattern}{0}` : pattern;
  return counted.replaceAll(/\{(0+|site|dag)\}/g, (_, what: string) => {
    if (what === 'site' || what === 'dag') return String(place[what] ?? '');
    return String(number).padStart(Math.max(what.length, String(count).length), '0');
  });
}

/** A datacenter's name as part of a host name: "North East" is "north-east". */
export function hostLabel(name: string, fallback: string): string {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return label === '' ? fallback : label;
}
