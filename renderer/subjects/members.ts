const members: Readonly<Record<string, string>> = {
  coexistence: 'coexisting version',
  datacenters: 'datacenter',
  links: 'link',
  pairs: 'datacenter pair',
  hardware: 'server model',
  mailboxTiers: 'mailbox tier',
  dags: 'DAG',
  scenarios: 'scenario',
  events: 'event',
  waivers: 'waiver',
  notes: 'note',
  namespaces: 'namespace',
  officeOnline: 'Office Online farm',
  nodes: 'node',
  networks: 'network',
  servers: 'server',
  databases: 'database',
  copies: 'copy',
  volumes: 'volume',
};

/** What one member of a list is called. */
export function memberOf(list: string): string {
  return members[list] ?? list;
}

/** What tells a member of a list from the others, as far as it says: its name, its host, the ends of a link. */
export function memberName(member: object): string {
  const { name, host, rule, version, from, to, server, subject } = member as Readonly<
    Record<string, string | undefined>
  >;
  return name ?? host ?? rule ?? version ?? (from && to && `${from} – ${to}`) ?? server ?? subject ?? '';
}
