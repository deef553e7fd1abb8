import { indexDesign } from './index.ts';
import { pointer, type Pointer } from './pointer.ts';
import { excerpt, type Problem } from './problem.ts';
import { parseSubject, type Subject } from './subject.ts';
import type { Dag, Design } from './types.ts';

/**
 * Names that stand twice and references to what is not there. The design already fits its schema.
 * Only what the engine cannot represent is a problem; whatever a rule judges loads.
 */
export function referenceProblems(design: Design): Problem[] {
  const problems: Problem[] = [];
  const unique = uniqueNames(problems);
  const { dags = [] } = design;
  const known = {
    datacenter: unique('datacenter', [{ list: design.datacenters, at: ['datacenters'] }]),
    pair: unique('pair', [{ list: design.pairs, at: ['pairs'] }]),
    hardware: unique('hardware', [{ list: design.hardware, at: ['hardware'] }]),
    tier: unique('mailbox tier', [{ list: design.mailboxTiers, at: ['mailboxTiers'] }]),
  };
  unique('DAG', [{ list: dags, at: ['dags'] }]);
  unique('scenario', [{ list: design.scenarios, at: ['scenarios'] }]);
  unique(
    'server',
    dags.map(({ servers }, d) => ({ list: servers, at: ['dags', d, 'servers'] })),
  );
  unique(
    'database',
    dags.map(({ databases }, d) => ({ list: databases, at: ['dags', d, 'databases'] })),
  );

  const refer: Refer = (kind, name, ...at) => {
    if (name === undefined || known[kind].has(name)) return;
    problems.push(dangling(kind, name, pointer(...at), [...known[kind]]));
  };
  linkProblems(design, refer, problems);
  for (const [p, pair] of (design.pairs ?? []).entries()) {
    pair.datacenters.forEach((name, i) => refer('datacenter', name, 'pairs', p, 'datacenters', i));
    pair.namespaces?.forEach(({ datacenter }, i) =>
      refer('datacenter', datacenter, 'pairs', p, 'namespaces', i, 'datacenter'),
    );
    pair.officeOnline?.forEach(({ datacenter }, i) =>
      refer('datacenter', datacenter, 'pairs', p, 'officeOnline', i, 'datacenter'),
    );
  }
  for (const [d, dag] of dags.entries()) {
    if (isKnownToFit(dag, design)) continue;
    const before = problems.length;
    dagProblems(dag, d, refer, problems);
    if (problems.length === before) fitting.set(dag, listsOf(design));
  }
  noteProblems(design, problems);
  return problems;
}

/** What is looked for when a DAG refers to what stands beside it. */
type Lists = Pick<Design, 'datacenters' | 'pairs' | 'hardware' | 'mailboxTiers'>;

function listsOf({ datacenters, pairs, hardware, mailboxTiers }: Design): Lists {
  return { datacenters, pairs, hardware, mailboxTiers };
}

/** DAGs in which everything was found to fit, with the lists it was looked for in. */
const fitting = new WeakMap<Dag, Lists>();

/** Designs are never mutated, and an edit leaves most DAGs of a large one as they are. */
function isKnownToFit(dag: Dag, design: Design): boolean {
  const then = fitting.get(dag);
  const now = listsOf(design);
  return then !== undefined && (Object.keys(now) as (keyof Lists)[]).every((key) => then[key] === now[key]);
}

function dagProblems(dag: Dag, d: number, refer: Refer, problems: Problem[]): void {
  const unique = uniqueNames(problems);
  refer('pair', dag.pair, 'dags', d, 'pair');
  refer('datacenter', dag.witness?.datacenter, 'dags', d, 'witness', 'datacenter');
  refer('datacenter', dag.alternateWitness?.datacenter, 'dags', d, 'alternateWitness', 'datacenter');
  unique('network', [{ list: dag.networks, at: ['dags', d, 'networks'] }]);
  for (const [s, server] of (dag.servers ?? []).entries()) {
    refer('datacenter', server.datacenter, 'dags', d, 'servers', s, 'datacenter');
    refer('hardware', server.hardware, 'dags', d, 'servers', s, 'hardware');
    unique('volume', [{ list: server.volumes, at: ['dags', d, 'servers', s, 'volumes'] }]);
  }
  for (const [b, database] of (dag.databases ?? []).entries()) {
    for (const tier of Object.keys(database.mailboxes ?? {})) {
      refer('tier', tier, 'dags', d, 'databases', b, 'mailboxes', tier);
    }
  }
  copyProblems(dag, d, problems);
}

function noteProblems(design: Design, problems: Problem[]): void {
  for (const [i, { subject }] of (design.notes ?? []).entries()) {
    if (subject === undefined || isNoted(design, subject)) continue;
    problems.push(
      problem(
        pointer('notes', i, 'subject'),
        'There is nothing of this name that a note can be about.',
        'design, or a datacenter, pair, dag, server, database or link of the design, such as server:EX01',
        excerpt(subject),
      ),
    );
  }
}

/** Whether a selector names something of the design that notes can be about. */
function isNoted(design: Design, about: Subject): boolean {
  const { kind, name = '', second } = parseSubject(about) ?? {};
  const { datacenters, pairs, dags, servers, databases } = indexDesign(design);
  switch (kind) {
    case 'design':
      return true;
    case 'datacenter':
      return datacenters.has(name);
    case 'pair':
      return pairs.has(name);
    case 'dag':
      return dags.has(name);
    case 'server':
      return servers.has(name);
    case 'database':
      return databases.has(name);
    case 'link':
      return (design.links ?? []).some(
        ({ from, to }) => (from === name && to === second) || (from === second && to === name),
      );
    default:
      return false;
  }
}

/** The steps of a pointer, which is made only for what is wrong: a large design has tens of thousands of names. */
type Steps = readonly (string | number)[];
type Refer = (kind: 'datacenter' | 'pair' | 'hardware' | 'tier', name: string | undefined, ...at: Steps) => void;

function linkProblems(design: Design, refer: Refer, problems: Problem[]): void {
  const joined = new Map<string, number>();
  for (const [i, link] of (design.links ?? []).entries()) {
    const path = pointer('links', i);
    refer('datacenter', link.from, 'links', i, 'from');
    refer('datacenter', link.to, 'links', i, 'to');
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

function copyProblems(dag: Dag, d: number, problems: Problem[]): void {
  const volumes = new Map(
    (dag.servers ?? []).map((server) => [server.name, new Set(server.volumes?.map((v) => v.name))]),
  );
  for (const [b, database] of (dag.databases ?? []).entries()) {
    for (const [c, copy] of (database.copies ?? []).entries()) {
      const at = (property: string): Pointer => pointer('dags', d, 'databases', b, 'copies', c, property);
      const onServer = volumes.get(copy.server);
      if (!onServer) {
        problems.push(dangling(`member of ${dag.name}`, copy.server, at('server'), [...volumes.keys()]));
      } else if (copy.volume !== undefined && !onServer.has(copy.volume)) {
        problems.push(dangling(`volume of ${copy.server}`, copy.volume, at('volume'), [...onServer]));
      }
    }
  }
}

interface NamedList {
  readonly list: readonly { readonly name: string }[] | undefined;
  readonly at: Steps;
}

/** Names that must differ, across several lists where need be; gives them all. */
function uniqueNames(problems: Problem[]): (kind: string, lists: readonly NamedList[]) => Set<string> {
  return (kind, lists) => {
    const names = new Set<string>();
    for (const { list = [], at } of lists) {
      for (const [i, { name }] of list.entries()) {
        if (!names.has(name)) names.add(name);
        else {
          const message = `Another ${kind} has this name, at ${firstNamed(lists, name)}.`;
          problems.push(problem(pointer(...at, i, 'name'), message, 'a name that is used once', excerpt(name)));
        }
      }
    }
    return names;
  };
}

function firstNamed(lists: readonly NamedList[], wanted: string): Pointer {
  for (const { list = [], at } of lists) {
    const i = list.findIndex(({ name }) => name === wanted);
    if (i >= 0) return pointer(...at, i, 'name');
  }
  return '';
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
