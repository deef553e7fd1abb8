import { indexDesign } from '../../design/index.ts';
import { parseSubject, subject, type Subject, type SubjectKind } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';

/** A selector that names nothing in the design, or something that an event cannot happen to. */
export class FailureError extends Error {
  /** @param kind the only kind of thing that the event can happen to */
  constructor(
    readonly selector: Subject,
    kind?: SubjectKind,
  ) {
    super(
      kind === undefined
        ? `${selector} is not something of this design that can fail; a server, datacenter, volume, DAG, copy, link or witness can.`
        : `This happens to a ${kind}, and ${selector} is none.`,
    );
    this.name = 'FailureError';
  }
}

/**
 * A selector of something that can fail, in its one form: `disk:` reads as `volume:`, and a link names its datacenters
 * in file order. Any two datacenters of a design can lose the network between them, stated or not.
 * @throws FailureError where it names nothing of the design, or something that cannot fail
 */
export function readSelector(design: Design, selector: Subject): Subject {
  const parsed = parseSubject(selector);
  const { kind, name, second = '' } = parsed ?? { kind: 'design', name: '' };
  if (known(design)[kind]?.(name, second) !== true) throw new FailureError(selector);
  if (kind === 'volume') return subject.volume(name, second);
  return kind === 'link' ? linkSubject(design, name, second) : selector;
}

/** The selector of the network between two datacenters, whichever comes first. */
export function linkSubject(design: Design, one: string, other: string): Subject {
  const names = [...indexDesign(design).datacenters.keys()];
  return names.indexOf(one) < names.indexOf(other) ? subject.link(one, other) : subject.link(other, one);
}

/** Every selector of a design that can fail, disks and copies included. */
export function failureSelectors(design: Design): Subject[] {
  const { datacenters, dags, servers, databases } = indexDesign(design);
  const sites = [...datacenters.keys()];
  return [
    ...sites.map(subject.datacenter),
    ...sites.flatMap((from, i) => sites.slice(i + 1).map((to) => subject.link(from, to))),
    ...[...dags.values()].flatMap(({ value }) => [
      subject.dag(value.name),
      ...(value.witness ? [subject.witness(value.name)] : []),
    ]),
    ...[...servers.keys()].map(subject.server),
    ...[...servers.values()].flatMap(({ value, volumes }) =>
      volumes.map((volume) => subject.volume(value.name, volume.value.name)),
    ),
    ...[...databases.values()].flatMap(({ value, copies }) =>
      copies.map((copy) => subject.copy(value.name, copy.value.server)),
    ),
  ];
}

function known(design: Design): Partial<Record<SubjectKind, (name: string, second: string) => boolean>> {
  const index = indexDesign(design);
  return {
    server: (name) => index.servers.has(name),
    datacenter: (name) => index.datacenters.has(name),
    dag: (name) => index.dags.has(name),
    volume: (server, volume) => index.servers.get(server)?.volumes.some(({ value }) => value.name === volume) ?? false,
    copy: (database, server) =>
      index.databases.get(database)?.copies.some(({ value }) => value.server === server) ?? false,
    link: (from, to) => from !== to && index.datacenters.has(from) && index.datacenters.has(to),
    witness: (dag) => index.dags.get(dag)?.value.witness !== undefined,
  };
}
