import type { Placed, PlacedServer } from '../design/index.ts';
import { counted, formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Dag, Volume } from '../design/types.ts';
import type { Reporter, Rule } from './rule.ts';
import { commonest, division, tally } from './support/copies.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const identicalServers: Rule = {
  id: 'identical-servers',
  area: 'servers',
  title: 'All servers are the same: hardware and volumes',
  why: 'Identical servers are ordered, built, maintained and replaced the same way, and any of them carries any load.',
  source: cite('article', 'A4.17'),
  parameters: {},
  messages: {
    hardware: '{server} is {found}, most servers are {common}; the Preferred Architecture asks for identical servers.',
    hardwareDivided: 'Of the servers {counts}; the Preferred Architecture asks for identical servers.',
    volumes:
      '{server} has {found}, most members of its DAG have {common}; the Preferred Architecture asks for identical servers.',
    volumesDivided: 'Of the members {counts}; the Preferred Architecture asks for identical servers.',
  },
  check(design, _parameters, reporter) {
    const dags = eachDag(design, reporter).map((dag) => ({ dag, members: membersOf(design, dag, reporter) }));
    const servers = dags.flatMap(({ members }) => members);
    const models = servers.flatMap((server) => stated(server, 'hardware', reporter) ?? []);
    const common = commonest(models);
    const [only, ...more] = dags;
    const divided = division(models, 'are');
    if (divided !== undefined && only) {
      reporter.report({
        messageId: 'hardwareDivided',
        subject: more.length > 0 ? subject.design : subject.dag(only.dag.value.name),
        path: more.length > 0 ? '/dags' : `${only.dag.path}/servers`,
        data: { counts: divided },
      });
    }
    for (const { value: server, path } of servers) {
      if (server.hardware === undefined || common === undefined || server.hardware === common) continue;
      reporter.report({
        messageId: 'hardware',
        subject: subject.server(server.name),
        path: `${path}/hardware`,
        data: { server: server.name, found: server.hardware, common },
      });
    }
    for (const { dag, members } of dags) compareVolumes(dag, members, reporter);
  },
};

function compareVolumes(dag: Placed<Dag>, members: readonly PlacedServer[], reporter: Reporter): void {
  const withVolumes = members.filter((server) => stated(server, 'volumes', reporter) !== undefined);
  const lists = withVolumes.map(volumesOf);
  const common = commonest(lists);
  const counts = division(lists, 'have');
  if (counts !== undefined) {
    const about = subject.dag(dag.value.name);
    reporter.report({ messageId: 'volumesDivided', subject: about, path: `${dag.path}/servers`, data: { counts } });
  }
  withVolumes.forEach(({ value: server, path }, i) => {
    const found = lists[i] ?? '';
    if (common === undefined || found === common) return;
    reporter.report({
      messageId: 'volumes',
      subject: subject.server(server.name),
      path: `${path}/volumes`,
      data: { server: server.name, found, common },
    });
  });
}

/** A server's volumes in words: "9 data volumes, 1 spare volume", each with what it states of its disk: "1 data volume of 4,000 GB". */
function volumesOf(server: PlacedServer): string {
  return (['data', 'spare', 'restore', 'other'] as const)
    .flatMap((role) => {
      const disks = server.volumes
        .filter(({ value }) => (value.role ?? 'other') === role)
        .map(({ value }) => diskOf(value));
      return [...tally(disks)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([disk, count]) => `${counted(count, `${role} volume`)}${disk}`);
    })
    .join(', ')
    .replace(/^$/, 'no volumes');
}

/** What a volume states of its own disk: " of 4,000 GB 7,200 RPM SAS"; nothing where it has its hardware's. */
function diskOf({ capacityGB, rpm, interface: attachment }: Volume): string {
  const parts = [
    ...(capacityGB === undefined ? [] : [`${formatNumber(capacityGB)} GB`]),
    ...(rpm === undefined ? [] : [`${formatNumber(rpm)} RPM`]),
    ...(attachment === undefined ? [] : [attachment]),
  ];
  return parts.length > 0 ? ` of ${parts.join(' ')}` : '';
}
