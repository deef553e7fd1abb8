/** The properties of a list's members that are each member's own; the others a new member takes over where all agree. */
const own: Readonly<Record<string, readonly string[]>> = {
  namespaces: ['host', 'protocols', 'datacenter'],
  officeOnline: ['host', 'datacenter', 'nodes'],
  dags: ['name', 'pair', 'witness', 'alternateWitness', 'networks', 'servers', 'databases'],
  servers: ['name', 'datacenter'],
  volumes: ['name', 'role'],
  databases: ['name', 'mailboxes', 'copies'],
};

/** What every member of a list states in the same way, so that a new one is like them. */
export function statedAlike(list: string, [first, ...others]: readonly object[]): object {
  const except = own[list];
  if (!first || !except) return {};
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => {
      const text = JSON.stringify(value);
      return !except.includes(key) && others.every((other) => JSON.stringify(other[key as keyof object]) === text);
    }),
  );
}
