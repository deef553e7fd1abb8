import { indexDesign } from '../../planner/design/index.ts';
import { subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

export const seedKinds = ['datacenter', 'server', 'volume', 'copy'] as const;
export type SeedKind = (typeof seedKinds)[number];

/** What is seeded anew, as far as it was chosen: a datacenter or server, or the disk of a server, or a database's copy on a server. */
export interface SeedChoice {
  readonly kind: SeedKind;
  readonly name?: string;
  readonly second?: string;
}

/** What can be chosen, and what is; the first of each where nothing that there is was chosen. */
export interface SeedOffer {
  readonly names: readonly string[];
  readonly name: string | undefined;
  /** Disks of the server, or servers with a copy of the database. */
  readonly seconds: readonly string[];
  readonly second: string | undefined;
  /** Undefined where the design has nothing of the kind that holds copies. */
  readonly selector: Subject | undefined;
}

export function seedOffer(design: Design, { kind, name, second }: SeedChoice): SeedOffer {
  const names = namesOf(design, kind);
  const chosen = choose(names, name);
  const seconds = chosen === undefined ? [] : secondsOf(design, kind, chosen);
  const chosenSecond = choose(seconds, second);
  return { names, name: chosen, seconds, second: chosenSecond, selector: selectorOf(kind, chosen, chosenSecond) };
}

function namesOf(design: Design, kind: SeedKind): string[] {
  const { databases, servers } = indexDesign(design);
  if (kind === 'copy')
    return [...databases.values()].filter(({ copies }) => copies.length > 0).map(({ value }) => value.name);
  const holding = [...servers.values()].filter(({ copies }) => copies.length > 0);
  if (kind !== 'datacenter') return holding.map(({ value }) => value.name);
  return [...new Set(holding.flatMap(({ value }) => value.datacenter ?? []))];
}

function secondsOf(design: Design, kind: SeedKind, name: string): string[] {
  const { databases, servers } = indexDesign(design);
  if (kind === 'copy') return (databases.get(name)?.copies ?? []).map(({ value }) => value.server);
  if (kind !== 'volume') return [];
  return (servers.get(name)?.volumes ?? []).filter(({ copies }) => copies.length > 0).map(({ value }) => value.name);
}

const choose = (list: readonly string[], wanted: string | undefined): string | undefined =>
  wanted !== undefined && list.includes(wanted) ? wanted : list[0];

function selectorOf(kind: SeedKind, name: string | undefined, second: string | undefined): Subject | undefined {
  if (name === undefined) return undefined;
  if (kind === 'datacenter') return subject.datacenter(name);
  if (kind === 'server') return subject.server(name);
  if (second === undefined) return undefined;
  return kind === 'volume' ? subject.volume(name, second) : subject.copy(name, second);
}
