/** What two spellings of one host have in common: "EX01" and "ex01.contoso.com" are the same server. */
export function hostKey(name: string): string {
  const dot = name.indexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).toLowerCase();
}
