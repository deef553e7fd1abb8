import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

/** The nodes that stand for lists; their ids begin with ":" where a datacenter could have the same name. */
export const groups = {
  datacenters: 'datacenters',
  links: 'links',
  tiers: 'mailboxTiers',
  hardware: 'hardware',
  databasesOf: (dag: string): string => `${subject.dag(dag)}/:databases`,
  membersOf: (dag: string, datacenter: string | undefined): string => `${subject.dag(dag)}/${datacenter ?? ''}`,
} as const;

/**
 * The id of the node that an outline node stands in, without making the tree; undefined for the root, and for what the
 * design does not have.
 */
export function parentOf(design: Design, id: string): string | undefined {
  if (id === subject.design) return undefined;
  const parsed = parseSubject(id);
  const slash = id.lastIndexOf('/');
  // Headings and what stands in a second place carry the id of their parent in their own.
  if (!parsed) return slash < 0 ? subject.design : id.slice(0, slash);
  const { kind, name } = parsed;
  const { dags, servers, databases } = indexDesign(design);
  switch (kind) {
    case 'datacenter':
      return groups.datacenters;
    case 'link':
      return groups.links;
    case 'tier':
      return groups.tiers;
    case 'hardware':
      return groups.hardware;
    case 'dag': {
      const dag = dags.get(name);
      return dag && (dag.value.pair === undefined ? subject.design : subject.pair(dag.value.pair));
    }
    case 'server': {
      const server = servers.get(name);
      return server && groups.membersOf(server.dag.name, server.value.datacenter);
    }
    case 'database': {
      const database = databases.get(name);
      return database && groups.databasesOf(database.dag.name);
    }
    case 'copy':
      return subject.database(name);
    case 'volume':
      return subject.server(name);
    case 'witness':
      return subject.dag(name);
    default:
      return subject.design;
  }
}

/** The ids of all nodes that a node stands in, from the outermost. */
export function ancestorsOf(design: Design, id: string): readonly string[] {
  const above: string[] = [];
  for (let at = parentOf(design, id); at !== undefined; at = parentOf(design, at)) above.unshift(at);
  return above;
}
