import type { PlacedServer } from '../design/index.ts';
import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { commonest, tally } from './support/copies.ts';
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
    volumes:
      '{server} has {found}, most members of its DAG have {common}; the Preferred Architecture asks for identical servers.',
  },
  check(design, _parameters, reporter) {
    const dags = eachDag(design, reporter).map((dag) => membersOf(design, dag, reporter));
    const models = dags.flat().flatMap((server) => stated(server, 'hardware', reporter) ?? []);
    const common = commonest(models);
    for (const { value: server, path } of dags.flat()) {
      if (server.hardware === undefined || common === undefined || server.hardware === common) continue;
      reporter.report({
        messageId: 'hardware',
        subject: subject.server(server.name),
        path: `${path}/hardware`,
        data: { server: server.name, found: server.hardware, common },
      });
    }
    for (const members of dags) {
      const withVolumes = members.filter((server) => stated(server, 'volumes', reporter) !== undefined);
      const usual = commonest(withVolumes.map(volumesOf));
      for (const server of withVolumes) {
        const found = volumesOf(server);
        if (usual === undefined || found === usual) continue;
        reporter.report({
          messageId: 'volumes',
          subject: subject.server(server.value.name),
          path: `${server.path}/volumes`,
          data: { server: server.value.name, found, common: usual },
        });
      }
    }
  },
};

/** A server's volumes in words: "9 data volumes, 1 spare volume". */
function volumesOf(server: PlacedServer): string {
  const counts = tally(server.volumes.map(({ value }) => value.role ?? 'other'));
  const kinds = (['data', 'spare', 'restore', 'other'] as const).filter((role) => counts.has(role));
  return kinds.map((role) => counted(counts.get(role) ?? 0, `${role} volume`)).join(', ') || 'no volumes';
}
