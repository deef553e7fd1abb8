/**
 * Whether two names are of one host: "EX01" and "ex01.contoso.com" are, "ex01.contoso.com" and "ex01.dmz.contoso.com" are not. Short names
 * are compared only where one of the two states no domain.
 */
export function sameHost(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || (shortName(a) === shortName(b) && (a === shortName(a) || b === shortName(b)));
}

function shortName(name: string): string {
  const dot = name.indexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
