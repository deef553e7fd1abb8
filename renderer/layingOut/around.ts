import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Dag, Design, Pair } from '../../planner/design/types.ts';
import { locate } from '../subjects/locate.ts';

/** Things that stand around a place, from the innermost outwards; nothing for open ground. */
export type Around = readonly Subject[];

/** A thing itself and what it stands in: a disk, its server, the DAG, the datacenter and the pair; nothing for the design. */
export function aroundOf(design: Design, about: Subject): Around {
  const { servers, databases, dags } = indexDesign(design);
  const { kind, name, second } = parseSubject(about) ?? { kind: 'design', name: '' };
  if (kind === 'design' || !locate(design, about)) return [];
  const outer = ((): Around => {
    switch (kind) {
      case 'copy': {
        const copy = databases.get(name)?.copies.find(({ value }) => value.server === second)?.value;
        const disk = copy?.volume === undefined ? [] : [subject.volume(copy.server, copy.volume)];
        return [...disk, ...(second === undefined ? [] : aroundOf(design, subject.server(second)))];
      }
      case 'volume':
        return aroundOf(design, subject.server(name));
      case 'server': {
        const { dag, value } = servers.get(name) ?? {};
        const site = value?.datacenter === undefined ? [] : aroundOf(design, subject.datacenter(value.datacenter));
        return [...(dag ? [subject.dag(dag.name)] : []), ...site];
      }
      case 'database': {
        const dag = databases.get(name)?.dag;
        return dag ? aroundOf(design, subject.dag(dag.name)) : [];
      }
      case 'witness':
        return dags.has(name) ? aroundOf(design, subject.dag(name)) : [];
      case 'dag': {
        const pair = dags.get(name)?.value.pair;
        return pair === undefined ? [] : [subject.pair(pair)];
      }
      case 'datacenter':
        return (design.pairs ?? [])
          .filter(({ datacenters }) => datacenters.includes(name))
          .map((pair) => subject.pair(pair.name));
      default:
        return [];
    }
  })();
  return [about, ...outer];
}

/** The name of the innermost thing of a kind; for a disk or a copy that of its server or database. */
export function nameIn(around: Around, kind: SubjectKind): string | undefined {
  for (const each of around) {
    const parsed = parseSubject(each);
    if (parsed?.kind === kind) return parsed.name;
  }
  return undefined;
}

/** The pair at a place: the one that stands there, or the only one of the design; or why none is meant. */
export function pairAt(design: Design, around: Around): Pair | string {
  const { pairs } = indexDesign(design);
  const named = nameIn(around, 'pair');
  const pair = named === undefined ? undefined : pairs.get(named)?.value;
  if (pair) return pair;
  if (pairs.size === 0) return 'the design has no datacenter pair yet';
  const datacenter = nameIn(around, 'datacenter');
  if (datacenter !== undefined) return `${datacenter} is in no pair`;
  const [only] = pairs.values();
  return pairs.size === 1 && only ? only.value : 'choose the datacenter pair that it is for first';
}

/** The DAG at a place: the one that stands there, or the only one that can be meant; undefined where there is none yet, or why none. */
export function dagAt(design: Design, around: Around): Dag | string | undefined {
  const { dags } = indexDesign(design);
  const named = nameIn(around, 'dag');
  const dag = named === undefined ? undefined : dags.get(named)?.value;
  if (dag) return dag;
  const all = [...dags.values()].map(({ value }) => value);
  const pair = nameIn(around, 'pair');
  const datacenter = nameIn(around, 'datacenter');
  const isOfPlace = (each: Dag): boolean =>
    each.pair === undefined
      ? datacenter === undefined || (each.servers ?? []).some((server) => server.datacenter === datacenter)
      : each.pair === pair;
  const here = pair === undefined && datacenter === undefined ? all : all.filter(isOfPlace);
  if (here.length === 1) return here[0];
  if (here.length > 1) return 'choose the DAG that it is for first';
  const free = all.filter((each) => each.pair === undefined && (each.servers ?? []).length === 0);
  return free.length === 1 ? free[0] : undefined;
}
