import { pointer, type Pointer } from './pointer.ts';
import { excerpt, type Problem } from './problem.ts';
import type { Dag, Design } from './types.ts';

/**
 * Names that stand twice and references to what is not there. The design already fits its schema.
 * Only what the engine cannot represent is a problem; whatever a rule judges loads.
 */
export function referenceProblems(design: Design): Problem[] {
  const problems: Problem[] = [];
  const unique = uniqueNames(problems);
  const known = {
    datacenter: unique('datacenter', named(design.datacenters, 'datacenters')),
    pair: unique('pair', named(design.pairs, 'pairs')),
    hardware: unique('hardware', named(design.hardware, 'hardware')),
    tier: unique('mailbox tier', named(design.mailboxTiers, 'mailboxTiers')),
  };
  unique('DAG', named(design.dags, 'dags'));
  unique('scenario', named(design.scenarios, 'scenarios'));
  unique(
    'server',
    (design.dags ?? []).flatMap((dag, d) => named(dag.servers, 'dags', d, 'servers')),
  );
  unique(
    'database',
    (design.dags ?? []).flatMap((dag, d) => named(dag.databases, 'dags', d, 'databases')),
  );

  const refer = (kind: keyof typeof known, name: string | undefined, path: Pointer): void => {
    if (name !== undefined && !known[kind].has(name)) problems.push(dangling(kind, name, path, [...known[kind]]));
  };
  linkProblems(design, refer, problems);
  for (const [p, pair] of (design.pairs ?? []).entries()) {
    pair.datacenters.forEach((name, i) => refer('datacenter', name, pointer('pairs', p, 'datacenters', i)));
    pair.namespaces?.forEach((namespace, i) =>
      refer('datacenter', namespace.datacenter, pointer('pairs', p, 'namespaces', i, 'datacenter')),
    );
    pair.officeOnline?.forEach((farm, i) =>
      refer('datacenter', farm.datacenter, pointer('pairs', p, 'officeOnline', i, 'datacenter')),
    );
  }
  for (const [d, dag] of (design.dags ?? []).entries()) {
    const at = (...steps: (string | number)[]): Pointer => pointer('dags', d, ...steps);
    refer('pair', dag.pair, at('pair'));
    refer('datacenter', dag.witness?.datacenter, at('witness', 'datacenter'));
    refer('datacenter', dag.alternateWitness?.datacenter, at('alternateWitness', 'datacenter'));
    unique('network', named(dag.networks, 'dags', d, 'networks'));
    for (const [s, server] of (dag.servers ?? []).entries()) {
      refer('datacenter', server.datacenter, at('servers', s, 'datacenter'));
      refer('hardware', server.hardware, at('servers', s, 'hardware'));
      unique('volume', named(server.volumes, 'dags', d, 'servers', s, 'volumes'));
    }
    for (const [b, database] of (dag.databases ?? []).entries()) {
      for (const tier of Object.keys(database.mailboxes ?? {}))
        refer('tier', tier, at('databases', b, 'mailboxes', tier));
    }
    copyProblems(dag, at('databases'), problems);
  }
  return problems;
}

type Refer = (kind: 'datacenter', name: string | undefined, path: Pointer) => void;

function linkProblems(design: Design, refer: Refer, problems: Problem[]): void {
  const joined = new Map<string, number>();
  for (const [i, link] of (design.links ?? []).entries()) {
    const path = pointer('links', i);
    refer('datacenter', link.from, `${path}/from`);
    refer('datacenter', link.to, `${path}/to`);
    const ends = [link.from, link.to].sort().join('/');
    const earlier = joined.get(ends);
    if (link.from === link.to) {
      problems.push(problem(`${path}/to`, 'A link joins two datacenters.', 'the other datacenter', excerpt(link.to)));
    } else if (earlier !== undefined) {
      problems.push(
        problem(path, `Link ${earlier} already joins these datacenters.`, 'one link per pair of datacenters', ends),
      );
    } else joined.set(ends, i);
  }
}

function copyProblems(dag: Dag, databasesPath: Pointer, problems: Problem[]): void {
  const volumes = new Map(
    (dag.servers ?? []).map((server) => [server.name, new Set(server.volumes?.map((v) => v.name))]),
  );
  for (const [b, database] of (dag.databases ?? []).entries()) {
    for (const [c, copy] of (database.copies ?? []).entries()) {
      const path = `${databasesPath}/${b}/copies/${c}`;
      const onServer = volumes.get(copy.server);
      if (!onServer) {
        problems.push(dangling(`member of ${dag.name}`, copy.server, `${path}/server`, [...volumes.keys()]));
      } else if (copy.volume !== undefined && !onServer.has(copy.volume)) {
        problems.push(dangling(`volume of ${copy.server}`, copy.volume, `${path}/volume`, [...onServer]));
      }
    }
  }
}

type NamedPlace = readonly [name: string, path: Pointer];

function named(list: readonly { readonly name: string }[] | undefined, ...steps: (string | number)[]): NamedPlace[] {
  return (list ?? []).map((item, i) => [item.name, pointer(...steps, i, 'name')]);
}

function uniqueNames(problems: Problem[]): (kind: string, places: readonly NamedPlace[]) => Set<string> {
  return (kind, places) => {
    const first = new Map<string, Pointer>();
    for (const [name, path] of places) {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, path);
      else {
        problems.push(
          problem(path, `Another ${kind} has this name, at ${earlier}.`, 'a name that is used once', excerpt(name)),
        );
      }
    }
    return new Set(first.keys());
  };
}

const listedNames = 8;

function dangling(kind: string, name: string, path: Pointer, known: readonly string[]): Problem {
  const some = known.slice(0, listedNames).join(', ');
  const rest = known.length > listedNames ? ` and ${known.length - listedNames} more` : '';
  return problem(
    path,
    `There is no ${kind} of this name.`,
    known.length > 0 ? `one of ${some}${rest}` : `a ${kind}, of which the design has none`,
    excerpt(name),
  );
}

function problem(path: Pointer, message: string, expected: string, found: string): Problem {
  return { path, message, expected, found };
}
