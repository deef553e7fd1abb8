/** The indices of named things in the order of their names, by code units, whatever their order in the file. */
export function orderByName(things: readonly { readonly name: string }[]): Int32Array {
  const names = things.map(({ name }) => name);
  return Int32Array.from(names.keys()).sort((a, b) => {
    const left = names[a] ?? '';
    const right = names[b] ?? '';
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
