import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design, Link } from '../../planner/design/types.ts';
import type { LinkLoad } from '../../planner/simulate/replication/index.ts';
import type { LinkFinding } from './day.ts';

/** Two datacenters with what crosses between them, each way. */
export interface SitePair {
  readonly from: string;
  readonly to: string;
  readonly directions: readonly LinkLoad[];
  /** The link that the design states between them, and its place in the list. */
  readonly link?: { readonly value: Link; readonly at: number };
  readonly findings: readonly LinkFinding[];
}

const endsKey = (one: string, other: string): string => [one, other].toSorted().join('/');

function keyOf(about: Subject): string | undefined {
  const parsed = parseSubject(about);
  return parsed?.kind === 'link' ? endsKey(parsed.name, parsed.second ?? '') : undefined;
}

/** The pairs of datacenters in the order of their loads. */
export function sitePairs(
  { links = [] }: Design,
  loads: readonly LinkLoad[],
  findings: readonly LinkFinding[],
): readonly SitePair[] {
  const keys = new Set(loads.map(({ from, to }) => endsKey(from, to)));
  return [...keys].map((key) => {
    const directions = loads.filter(({ from, to }) => endsKey(from, to) === key);
    const at = links.findIndex(({ from, to }) => endsKey(from, to) === key);
    const value = links[at];
    return {
      from: directions[0]?.from ?? '',
      to: directions[0]?.to ?? '',
      directions,
      ...(value && { link: { value, at } }),
      findings: findings.filter(({ finding }) => keyOf(finding.subject) === key),
    };
  });
}
