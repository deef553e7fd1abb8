import type { Place } from './place.ts';

/** Two servers stand on the same side, or on different ones. */
export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly place: Place;
  /** What says so. */
  readonly origin: string;
}

export interface Sides {
  /** The members of the first side, which holds the first member, and of the second. */
  readonly sides: readonly [readonly string[], readonly string[]];
  /** Relations that cannot hold, each with the origins of those that say otherwise. */
  readonly conflicts: readonly { readonly relation: Relation; readonly against: readonly string[] }[];
  /** Members that no chain of relations joins to the first. */
  readonly unreached: readonly string[];
}

interface Reached {
  readonly side: 0 | 1;
  readonly from?: { readonly member: string; readonly origin: string };
}

/** Parts members into two sides by what is known of pairs of them, breadth first from the first member. */
export function tellSidesApart(members: readonly string[], relations: readonly Relation[]): Sides {
  const reached = new Map<string, Reached>();
  const [first] = members;
  if (first !== undefined) reached.set(first, { side: 0 });
  const neighbours = neighbourhoods(relations);
  for (const [member, { side }] of reached) {
    for (const { other, same, origin } of neighbours.get(member) ?? []) {
      if (reached.has(other)) continue;
      reached.set(other, { side: same ? side : side === 0 ? 1 : 0, from: { member, origin } });
    }
  }
  const on = (side: 0 | 1) => members.filter((member) => reached.get(member)?.side === side);
  return {
    sides: [on(0), on(1)],
    conflicts: relations
      .filter(({ a, b, same }) => reached.has(a) && (reached.get(a)?.side === reached.get(b)?.side) !== same)
      .map((relation) => ({ relation, against: chainBetween(relation.a, relation.b, reached) })),
    unreached: members.filter((member) => !reached.has(member)),
  };
}

function neighbourhoods(relations: readonly Relation[]) {
  const neighbours = new Map<string, { other: string; same: boolean; origin: string }[]>();
  const add = (member: string, other: string, { same, origin }: Relation) => {
    const list = neighbours.get(member) ?? [];
    neighbours.set(member, list);
    list.push({ other, same, origin });
  };
  for (const relation of relations) {
    add(relation.a, relation.b, relation);
    add(relation.b, relation.a, relation);
  }
  return neighbours;
}

/** What says how two members relate, by the way both were reached. */
function chainBetween(a: string, b: string, reached: ReadonlyMap<string, Reached>): string[] {
  const [wayA, wayB] = [wayTo(a, reached), wayTo(b, reached)];
  const apart = (way: string[], other: string[]) => way.filter((origin) => !other.includes(origin));
  const chain = new Set([...apart(wayA, wayB), ...apart(wayB, wayA)]);
  return [...(chain.size > 0 ? chain : new Set([...wayA, ...wayB]))];
}

function wayTo(member: string, reached: ReadonlyMap<string, Reached>): string[] {
  const origins: string[] = [];
  for (let at = reached.get(member); at?.from; at = reached.get(at.from.member)) origins.push(at.from.origin);
  return origins;
}
