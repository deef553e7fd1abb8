import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { DagRule, TableRow } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated, whole } from './support/stated.ts';

export const serverDatabaseLimit: DagRule<{ limits: readonly TableRow[] }> = {
  id: 'server-database-limit',
  area: 'servers',
  title: 'No server carries more database copies than its edition mounts',
  why: 'An edition mounts a fixed number of databases, active and passive copies together.',
  source: cite('editions', 'B7.2'),
  parameters: { limits: { type: 'table', description: 'For each `edition` the most `databases` a server mounts.' } },
  messages: { over: '{found} on {server}; {edition} Edition mounts at most {limit}, active and passive together.' },
  checkDag(design, dag, { limits }, reporter) {
    const exchange = part(whole(design), 'exchange', reporter);
    const edition = exchange && stated(exchange, 'edition', reporter);
    const limit = Number(limits.find((row) => row['edition'] === edition)?.['databases'] ?? NaN);
    databasesOf(design, dag, reporter);
    for (const { value: server, path, copies } of membersOf(design, dag, reporter)) {
      if (edition === undefined || !(copies.length > limit)) continue;
      reporter.report({
        messageId: 'over',
        subject: subject.server(server.name),
        path,
        data: {
          found: counted(copies.length, 'database copy', 'database copies'),
          server: server.name,
          edition,
          limit,
        },
      });
    }
  },
};
