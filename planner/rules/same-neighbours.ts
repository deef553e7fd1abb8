import type { PlacedDatabase, PlacedServer } from '../design/index.ts';
import { formatCount } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const sameNeighbours: DagRule = {
  id: 'same-neighbours',
  area: 'volumes',
  title: 'A database shares its disk with the same databases on every server',
  why: 'With the same neighbours everywhere a disk is one unit on all its servers. A layout that spreads activation evenly gives that up.',
  source: cite('highAvailabilityChanges', 'A5.3, A5.6'),
  parameters: {},
  messages: {
    differ:
      '{different} of {all} databases have other neighbours on some of their servers; where activation spreads evenly that is the price.',
  },
  checkDag(design, dag, _parameters, reporter) {
    const databases = databasesOf(design, dag, reporter);
    const members = new Map(
      membersOf(design, dag, reporter).map((server) => [server.value.name, neighboursOn(server)]),
    );
    const volumes = databases.flatMap(({ copies }) => copies.map((copy) => stated(copy, 'volume', reporter)));
    if (volumes.includes(undefined)) return;
    const different = databases.filter((database) => neighbourhoods(database, members).size > 1);
    if (different.length === 0) return;
    reporter.report({
      messageId: 'differ',
      subject: subject.dag(dag.value.name),
      path: `${dag.path}/databases`,
      data: { different: formatCount(different.length), all: formatCount(databases.length) },
    });
  },
};

/** By volume the databases on it, as one text. */
function neighboursOn(server: PlacedServer): Map<string, string> {
  return new Map(
    server.volumes.map(({ value, copies }) => [value.name, copies.map(({ database }) => database.name).join('/')]),
  );
}

/** The different sets of databases that stand on the volumes of a database's copies. */
function neighbourhoods(database: PlacedDatabase, members: ReadonlyMap<string, Map<string, string>>): Set<string> {
  return new Set(database.copies.flatMap(({ value }) => members.get(value.server)?.get(value.volume ?? '') ?? []));
}
