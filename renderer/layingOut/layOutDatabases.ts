import { mailboxesIn } from '../../planner/construct/demand.ts';
import { withDefaults } from '../../planner/construct/requirements.ts';
import type { Command, Edit } from '../../planner/design/edit.ts';
import { counted } from '../numbers/format.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { requirementsFormat } from '../../planner/design/load.ts';
import type { Dag, Database, DatabaseCopy, Design, Server, Volume } from '../../planner/design/types.ts';
import { copyOrder, volumeOrder } from '../../planner/layout/index.ts';
import { freeName } from '../additions/names.ts';
import { newMember } from '../additions/newMember.ts';
import { nextName } from '../state/structure.ts';
import { definition } from '../subjects/schema.ts';
import { holdsData } from './placing.ts';

/** What a DAG can be laid out with. */
export interface Room {
  readonly dag: Dag;
  /** The members of each of its two datacenters, as many in one as in the other. */
  readonly sides: readonly [readonly Server[], readonly Server[]];
  /** Databases come in multiples of this: one for each member. */
  readonly step: number;
  /** The data disks that every member has. */
  readonly disks: number;
}

/** How a DAG's databases can be laid out evenly, or why they cannot. */
export function roomOf(design: Design, dag: Dag): Room | string {
  if ((dag.databases ?? []).some(({ copies = [] }) => copies.length > 0)) {
    return `${dag.name} has databases with copies already`;
  }
  const bySite = new Map<string, Server[]>();
  for (const server of dag.servers ?? []) {
    const { datacenter } = server;
    if (datacenter === undefined) return `${server.name} states no datacenter`;
    bySite.set(datacenter, [...(bySite.get(datacenter) ?? []), server]);
  }
  const pair = dag.pair === undefined ? undefined : indexDesign(design).pairs.get(dag.pair)?.value;
  const names = pair?.datacenters ?? [...bySite.keys()];
  const [first, second, ...more] = [...new Set([...names, ...bySite.keys()])].map((name) => bySite.get(name) ?? []);
  if (!first || !second || more.length > 0) return `the servers of ${dag.name} have to stand in two datacenters`;
  if (first.length !== second.length) return `${dag.name} needs as many servers in one datacenter as in the other`;
  if (first.length === 0) return `${dag.name} has no servers`;
  const disks = Math.min(...[...first, ...second].map(({ volumes = [] }) => volumes.filter(holdsData).length));
  return { dag, sides: [first, second], step: 2 * first.length, disks };
}

/**
 * Lays out databases over a DAG in the balanced order of the Preferred Architecture: half of the copies in each datacenter, the last of
 * four lagged, on as many data disks of every server as they need; missing disks are added. They share the mailboxes of the tiers where
 * no database holds any yet. A text says why it cannot be.
 */
export function layOutDatabases(
  design: Design,
  { dag, sides, step }: Room,
  count: number,
  copies: 2 | 4,
): Command | string {
  if (!Number.isInteger(count) || count < step || count % step !== 0) {
    return `The number of databases is a multiple of ${step}, as many for each of the servers.`;
  }
  if (sides[0].length < copies / 2) return `${copies} copies need ${copies / 2} servers in each datacenter.`;
  if (count > MOST) return `At most ${MOST} databases are laid out at once.`;
  const rows = copyOrder(step / 2, count, copies);
  const places = volumeOrder(rows);
  const perServer = count / step;
  const at = (design.dags ?? []).indexOf(dag);
  const disks = new Map([...sides[0], ...sides[1]].map((server) => [server.name, disksOf(design, server, perServer)]));
  const kept = dag.databases ?? [];
  if (kept.length > count) return `${dag.name} has ${counted(kept.length, 'database')} already.`;
  const names = namesFor(design, kept, count);
  const shareOf = sharesOf(design, count);
  const databases = rows.map((row, d): Database => ({
    name: names[d] ?? '',
    ...shareOf(d),
    circularLogging: true,
    ...kept[d],
    copies: row.map(({ datacenter, server }, i): DatabaseCopy => {
      const { name = '' } = sides[datacenter][server] ?? {};
      const volume = disks.get(name)?.names[places[d]?.[i] ?? 0];
      return {
        server: name,
        ...(volume !== undefined && { volume }),
        activationPreference: i + 1,
        replayLagHours: copies === 4 && i === copies - 1 ? defaults.replayLagHours : 0,
      };
    }),
  }));
  const diskEdits = (dag.servers ?? []).flatMap((server, s): readonly Edit[] => {
    const added = disks.get(server.name)?.added ?? [];
    if (added.length === 0) return [];
    return [{ op: 'set', path: `/dags/${at}/servers/${s}/volumes`, value: [...(server.volumes ?? []), ...added] }];
  });
  return {
    name: 'lay-out',
    label: `Lay out ${counted(count, 'database')} with ${copies} copies on ${dag.name}`,
    edits: [...diskEdits, { op: 'set', path: `/dags/${at}/databases`, value: databases }],
  };
}

/** Exchange mounts up to 100 copies on a server (facts B7.2), and a DAG has up to 16 members. */
const MOST = 1600;

/** The lag of the lagged copy where requirements do not say otherwise. */
const defaults = withDefaults({ format: requirementsFormat, name: '' });

/** The names of the databases that are there, then free ones that count on. */
function namesFor(design: Design, kept: readonly Database[], count: number): readonly string[] {
  const taken = new Set(indexDesign(design).databases.keys());
  const names = kept.map(({ name }) => name);
  while (names.length < count) {
    const last = names.at(-1);
    const name = last === undefined ? freeName(design, 'databases', []) : nextName(last, taken);
    taken.add(name);
    names.push(name);
  }
  return names;
}

/** What gives each database its share of the mailboxes; nothing where databases hold mailboxes already. */
function sharesOf(design: Design, count: number): (index: number) => Pick<Database, 'mailboxes'> {
  const isShared = [...indexDesign(design).databases.values()].some(({ value }) => value.mailboxes !== undefined);
  const stated = isShared ? [] : (design.mailboxTiers ?? []);
  if (stated.length === 0) return () => ({});
  const { mailboxTiers } = withDefaults({ format: requirementsFormat, name: design.name, mailboxTiers: stated });
  return (index) => ({
    mailboxes: Object.fromEntries(mailboxTiers.map((tier) => [tier.name, mailboxesIn(tier, count, index)])),
  });
}

/** The names of a server's first data disks, and those of them that have to be added. */
function disksOf(
  design: Design,
  server: Server,
  count: number,
): { readonly names: string[]; readonly added: Volume[] } {
  const { volumes = [] } = server;
  const names = volumes.filter(holdsData).map(({ name }) => name);
  const added: Volume[] = [];
  while (names.length < count) {
    const siblings = [...volumes, ...added];
    const place = { design, list: 'volumes', owner: server, siblings, schema: definition('volume') };
    const disk = newMember(place) as Volume;
    added.push(disk);
    names.push(disk.name);
  }
  return { names, added };
}
