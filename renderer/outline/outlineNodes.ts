import { counted, exactNumber, formatCount } from '../numbers/format.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointer } from '../../planner/design/pointer.ts';
import { subject } from '../../planner/design/subject.ts';
import type { Dag, Design, Pair, Server } from '../../planner/design/types.ts';
import type { OutlineNode } from './outlineNode.ts';
import { groups } from './parents.ts';

/** The outline of a design: what stands in what, in file order. */
export function outlineNodes(design: Design): readonly OutlineNode[] {
  const parts = partNodes(design);
  return [
    {
      id: 'design',
      label: design.name,
      subject: subject.design,
      ...figure(mailboxFigure(design)),
      ...(parts.length > 0 && { children: () => parts }),
    },
  ];
}

function partNodes(design: Design): readonly OutlineNode[] {
  return [
    ...(design.pairs ?? []).map((pair, p) => pairNode(design, pair, p)),
    ...(design.dags ?? []).filter(({ pair }) => pair === undefined).map((dag) => dagNode(design, dag)),
    ...group(
      groups.datacenters,
      'Datacenters',
      (design.datacenters ?? []).map(({ name, role }) => ({
        id: subject.datacenter(name),
        label: name,
        subject: subject.datacenter(name),
        ...figure(role === 'witness' ? 'witness' : undefined),
      })),
    ),
    ...group(
      groups.links,
      'Links',
      (design.links ?? []).map(({ from, to, roundTripMs }) => ({
        id: subject.link(from, to),
        label: `${from} – ${to}`,
        subject: subject.link(from, to),
        ...figure(roundTripMs === undefined ? undefined : `${exactNumber(roundTripMs)} ms`),
      })),
    ),
    ...group(
      groups.tiers,
      'Mailbox tiers',
      (design.mailboxTiers ?? []).map(({ name, mailboxes }) => ({
        id: subject.tier(name),
        label: name,
        subject: subject.tier(name),
        ...figure(mailboxes === undefined ? undefined : formatCount(mailboxes)),
      })),
    ),
    ...group(
      groups.hardware,
      'Hardware',
      (design.hardware ?? []).map(({ name, cores }) => ({
        id: subject.hardware(name),
        label: name,
        subject: subject.hardware(name),
        ...figure(cores === undefined ? undefined : counted(cores, 'core')),
      })),
    ),
  ];
}

function pairNode(design: Design, pair: Pair, p: number): OutlineNode {
  const link = design.links?.find(({ from, to }) => pair.datacenters.includes(from) && pair.datacenters.includes(to));
  const id = subject.pair(pair.name);
  const headings = (list: 'namespaces' | 'officeOnline', label: string, count: string): OutlineNode[] => {
    const items = pair[list] ?? [];
    if (items.length === 0) return [];
    return [
      {
        id: `${id}/${list}`,
        label,
        subject: id,
        path: pointer('pairs', p, list),
        figure: count,
        children: () =>
          items.map(({ host }, i) => ({
            id: `${id}/${list}/${i}`,
            label: host,
            subject: id,
            path: pointer('pairs', p, list, i, 'host'),
          })),
      },
    ];
  };
  return {
    id,
    label: pair.name.startsWith('Pair') ? pair.name : `Pair ${pair.name}`,
    subject: id,
    ...figure(link?.roundTripMs === undefined ? undefined : `${exactNumber(link.roundTripMs)} ms`),
    children: () => [
      ...(design.dags ?? []).filter((dag) => dag.pair === pair.name).map((dag) => dagNode(design, dag)),
      ...headings('namespaces', 'Namespaces', formatCount(pair.namespaces?.length ?? 0)),
      ...headings('officeOnline', 'Office Online', counted(pair.officeOnline?.length ?? 0, 'farm')),
    ],
  };
}

function dagNode(design: Design, dag: Dag): OutlineNode {
  const id = subject.dag(dag.name);
  return {
    id,
    label: dag.name,
    subject: id,
    figure: counted(dag.servers?.length ?? 0, 'server'),
    children: () => [
      ...byDatacenter(dag).map(([name, servers]) => ({
        id: groups.membersOf(dag.name, name),
        label: name ?? 'No datacenter',
        subject: name === undefined ? id : subject.datacenter(name),
        figure: formatCount(servers.length),
        children: () => servers.map((server) => serverNode(design, server)),
      })),
      ...group(
        groups.databasesOf(dag.name),
        'Databases',
        (dag.databases ?? []).map(({ name, copies }) => ({
          id: subject.database(name),
          label: name,
          subject: subject.database(name),
          children: () =>
            (copies ?? []).map(({ server, activationPreference, replayLagHours }) => ({
              id: subject.copy(name, server),
              label: server,
              subject: subject.copy(name, server),
              ...figure(
                replayLagHours
                  ? `lagged ${exactNumber(replayLagHours)} h`
                  : activationPreference && `preference ${activationPreference}`,
              ),
            })),
        })),
        id,
      ),
      ...(dag.witness
        ? [
            {
              id: subject.witness(dag.name),
              label: 'Witness',
              subject: subject.witness(dag.name),
              ...figure(dag.witness.server),
            },
          ]
        : []),
    ],
  };
}

function serverNode(design: Design, server: Server): OutlineNode {
  const id = subject.server(server.name);
  return {
    id,
    label: server.name,
    subject: id,
    children: () =>
      (indexDesign(design).servers.get(server.name)?.volumes ?? []).map(({ value, copies }) => {
        const volume = subject.volume(server.name, value.name);
        return {
          id: volume,
          label: value.name,
          subject: volume,
          ...figure(copies.length > 0 ? counted(copies.length, 'copy', 'copies') : value.role),
          ...(copies.length > 0 && {
            children: () =>
              copies.map(({ database, value: { activationPreference } }) => ({
                id: `${volume}/${database.name}`,
                label: database.name,
                subject: subject.copy(database.name, server.name),
                ...figure(activationPreference && `preference ${activationPreference}`),
              })),
          }),
        };
      }),
  };
}

function byDatacenter(dag: Dag): readonly (readonly [string | undefined, readonly Server[]])[] {
  const groups = new Map<string | undefined, Server[]>();
  for (const server of dag.servers ?? []) {
    const group = groups.get(server.datacenter);
    if (group) group.push(server);
    else groups.set(server.datacenter, [server]);
  }
  return [...groups];
}

function group(
  id: string,
  label: string,
  items: readonly OutlineNode[],
  owner: string = subject.design,
): readonly OutlineNode[] {
  if (items.length === 0) return [];
  return [
    {
      id,
      label,
      subject: owner,
      ...(owner === subject.design && { path: pointer(id) }),
      figure: formatCount(items.length),
      children: () => items,
    },
  ];
}

function figure(text: string | number | undefined): { figure?: string } {
  return text ? { figure: String(text) } : {};
}

function mailboxFigure(design: Design): string | undefined {
  const counts = (design.mailboxTiers ?? []).flatMap(({ mailboxes }) => mailboxes ?? []);
  return counts.length === 0 ? undefined : `${formatCount(counts.reduce((sum, count) => sum + count, 0))} mailboxes`;
}
