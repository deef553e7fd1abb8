const PREFIX = 'dagwright-document-';
const held = new Set<string>();

/** Marks a document as open here for as long as the page lives, so that no other window offers to recover it. */
export function markOpen(id: string): void {
  if (held.has(id)) return;
  held.add(id);
  void navigator.locks.request(PREFIX + id, () => new Promise<never>(() => undefined));
}

/** The documents that are open in any window now. */
export async function openDocuments(): Promise<ReadonlySet<string>> {
  const { held: locks = [] } = await navigator.locks.query();
  return new Set(locks.flatMap(({ name }) => (name?.startsWith(PREFIX) ? name.slice(PREFIX.length) : [])));
}
