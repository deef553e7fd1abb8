import { hostLabel } from '../../planner/construct/names.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { subject } from '../../planner/design/subject.ts';
import type { Dag, Database, Design, Namespace, OfficeOnlineFarm, Pair, Server } from '../../planner/design/types.ts';
import { definition, type SchemaNode } from '../subjects/schema.ts';
import { statedAlike } from './alike.ts';
import { unlinked, unpaired } from './joins.ts';
import { freeHost, freeName } from './names.ts';

/** Where a new member is to stand: the list's key, what the list belongs to, and who is in it. */
export interface Place {
  readonly design: Design;
  readonly list: string;
  readonly owner: object;
  readonly siblings: readonly object[];
  readonly schema: SchemaNode;
}

/** What a note says before anything is typed. */
export const newNote = 'New note';

/** A new member of a list, of which nothing need be typed for the design to load; or why there can be none now. */
export function newMember(place: Place): object | string {
  const { design, list, siblings, schema } = place;
  const special = makers[list]?.(place) ?? {};
  if (typeof special === 'string') return special;
  const named = schema.required?.includes('name') ? { name: freeName(design, list, siblings) } : {};
  return { ...named, ...statedAlike(list, siblings), ...special };
}

/** What a member needs that follows from the rest of the design. */
const makers: Readonly<Record<string, (place: Place) => object | string>> = {
  coexistence,
  links: ({ design }) => {
    const ends = unlinked(design);
    return typeof ends === 'string' ? ends : { from: ends[0], to: ends[1] };
  },
  pairs: ({ design }) => {
    const datacenters = unpaired(design);
    return typeof datacenters === 'string' ? datacenters : { name: datacenters.join('-'), datacenters };
  },
  namespaces: namespace,
  officeOnline,
  dags: ({ design, siblings }) => {
    const used = new Set((siblings as Dag[]).map(({ pair }) => pair));
    const pair = design.pairs?.find(({ name }) => !used.has(name)) ?? design.pairs?.[0];
    return pair ? { pair: pair.name } : {};
  },
  servers: server,
  volumes: () => ({ role: 'data' }),
  copies: copy,
  events: ({ design }) => {
    const [first] = indexDesign(design).servers.keys();
    return first === undefined
      ? 'nothing can fail before there is a server'
      : { kind: 'fail', subject: subject.server(first) };
  },
  notes: () => ({ text: newNote }),
  waivers: () => 'waive a finding where it stands in the list below',
};

/** The newest Exchange version before the design's own that does not stand there yet. */
function coexistence({ design, siblings }: Place): object | string {
  const used = new Set((siblings as { version: string }[]).map(({ version }) => version));
  const own = design.exchange?.version ?? '2016';
  const versions = (definition('coexistence').properties?.['version']?.enum ?? []).map(String);
  const version = versions.toReversed().find((each) => each < own && !used.has(each));
  return version === undefined ? 'every earlier version stands there already' : { version };
}

const protocolHosts = { autodiscover: 'autodiscover', http: 'mail', imap: 'imap', pop: 'pop', smtp: 'smtp' } as const;
type Protocol = keyof typeof protocolHosts;

function namespace({ owner, siblings }: Place): object {
  const used = new Set((siblings as Namespace[]).flatMap(({ protocols }) => protocols ?? []));
  const protocol = (Object.keys(protocolHosts) as Protocol[]).find((each) => !used.has(each));
  const host = freeHost(protocol ? protocolHosts[protocol] : 'mail', hostsOf(owner as Pair));
  return protocol ? { host, protocols: [protocol] } : { host };
}

function officeOnline({ owner, siblings }: Place): object {
  const { datacenters } = owner as Pair;
  const used = new Set((siblings as OfficeOnlineFarm[]).map(({ datacenter }) => datacenter));
  const datacenter = datacenters.find((name) => !used.has(name)) ?? datacenters[0];
  return { host: freeHost(`oos-${hostLabel(datacenter, 'site')}`, hostsOf(owner as Pair)), datacenter };
}

function hostsOf({ officeOnline: farms = [], namespaces = [] }: Pair): readonly { readonly host: string }[] {
  return [...farms, ...namespaces];
}

/** In the datacenter with the fewest members; the first one of a DAG on the first server model. */
function server({ design, owner, siblings }: Place): object {
  const members = siblings as Server[];
  const pair = design.pairs?.find(({ name }) => name === (owner as Dag).pair);
  const count = (name: string): number => members.filter(({ datacenter }) => datacenter === name).length;
  const [datacenter] = (pair?.datacenters ?? []).toSorted((a, b) => count(a) - count(b));
  const model = members.length === 0 ? design.hardware?.[0]?.name : undefined;
  return { ...(datacenter !== undefined && { datacenter }), ...(model !== undefined && { hardware: model }) };
}

/**
 * Last in preference, in the datacenter with the fewest copies of the database, on the emptiest disk of the member with the fewest
 * copies that holds none of it.
 */
function copy({ design, owner }: Place): object | string {
  const { databases, servers } = indexDesign(design);
  const database = databases.get((owner as Database).name);
  const hosts = new Set(database?.copies.map(({ value }) => value.server));
  const members = (database?.dag.servers ?? []).flatMap(({ name }) => servers.get(name) ?? []);
  if (members.length === 0) return 'the DAG has no servers';
  const here = ({ datacenter }: Server): number =>
    members.filter(({ value }) => hosts.has(value.name) && value.datacenter === datacenter).length;
  const [host] = members
    .filter(({ value }) => !hosts.has(value.name))
    .map((member) => ({ ...member, here: here(member.value) }))
    .toSorted((a, b) => a.here - b.here || a.copies.length - b.copies.length);
  if (!host) return 'every member holds one already';
  const [volume] = host.volumes
    .filter(({ value }) => value.role === 'data' || value.role === undefined)
    .toSorted((a, b) => a.copies.length - b.copies.length);
  return {
    server: host.value.name,
    ...(volume && { volume: volume.value.name }),
    activationPreference: hosts.size + 1,
  };
}
