/** Alternatives as people write them: "a", "a or b", "a, b or c". */
export function listed(alternatives: readonly string[]): string {
  const last = alternatives.at(-1) ?? '';
  const others = alternatives.slice(0, -1);
  return others.length > 0 ? `${others.join(', ')} or ${last}` : last;
}
