import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Dag, Design } from '../../planner/design/types.ts';

/** Everything of one kind that the design has, in its order. */
export function allOf(design: Design, kind: SubjectKind): readonly Subject[] {
  return things(design, kind).map(({ about }) => about);
}

/**
 * What is like a thing: servers of its model and datacenter, disks of its DAG with its role, copies of its DAG with its preference,
 * databases of its DAG with the same mailboxes; of other kinds all.
 */
export function alike(design: Design, to: Subject): readonly Subject[] {
  const all = things(design, parseSubject(to)?.kind ?? 'design');
  const own = all.find(({ about }) => about === to);
  return all.filter(({ dag, trait }) => dag === own?.dag && trait === own?.trait).map(({ about }) => about);
}

interface Thing {
  readonly about: Subject;
  readonly dag?: Dag;
  /** What it has in common with those that are like it. */
  readonly trait?: string | undefined;
}

function things(design: Design, kind: SubjectKind): readonly Thing[] {
  const { datacenters, pairs, hardware, tiers, dags, servers, databases } = indexDesign(design);
  const named = (names: Iterable<string>): readonly Thing[] => [...names].map((name) => ({ about: `${kind}:${name}` }));
  switch (kind) {
    case 'design':
      return [{ about: subject.design }];
    case 'datacenter':
      return named(datacenters.keys());
    case 'pair':
      return named(pairs.keys());
    case 'hardware':
      return named(hardware.keys());
    case 'tier':
      return named(tiers.keys());
    case 'dag':
    case 'witness':
      return named(dags.keys());
    case 'note':
      return (design.notes ?? []).map((_, i) => ({ about: subject.note(i) }));
    case 'link':
      return (design.links ?? []).map(({ from, to }) => ({ about: subject.link(from, to) }));
    case 'server':
      return [...servers.values()].map(({ value }) => ({
        about: subject.server(value.name),
        trait: JSON.stringify([value.datacenter, value.hardware]),
      }));
    case 'volume':
      return [...servers.values()].flatMap(({ value, dag, volumes }) =>
        volumes.map((volume) => ({
          about: subject.volume(value.name, volume.value.name),
          dag,
          trait: volume.value.role,
        })),
      );
    case 'database':
      return [...databases.values()].map(({ value, dag }) => ({
        about: subject.database(value.name),
        dag,
        trait: JSON.stringify(value.mailboxes),
      }));
    case 'copy':
      return [...databases.values()].flatMap(({ value, dag, copies }) =>
        copies.map((copy) => ({
          about: subject.copy(value.name, copy.value.server),
          dag,
          trait: String(copy.value.activationPreference),
        })),
      );
  }
}
