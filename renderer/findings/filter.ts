import type { Area, Finding, Severity } from '../../planner/rules/rule.ts';
import { rules } from '../../planner/rules/index.ts';

/** Which findings the table shows. */
export interface FindingFilter {
  readonly severities: readonly Severity[];
  readonly area: Area | 'all';
  readonly waived: boolean;
}

const areas = new Map(rules.map(({ id, area }) => [id, area]));

/** The area of a rule; findings about waivers have one of their own. */
export function areaOf(rule: string): Area {
  return areas.get(rule) ?? 'waivers';
}

export function filterFindings(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  return findings.filter(
    ({ severity, rule, waiver }) =>
      filter.severities.includes(severity) &&
      (filter.area === 'all' || areaOf(rule) === filter.area) &&
      (filter.waived || !waiver),
  );
}

/** A list without a member that it had, or with one that it had not. */
export function toggled<T>(list: readonly T[], member: T): readonly T[] {
  return list.includes(member) ? list.filter((each) => each !== member) : [...list, member];
}

export const areaNames: Readonly<Record<Area, string>> = {
  clients: 'Clients',
  datacenters: 'Datacenters',
  servers: 'Servers',
  volumes: 'Volumes',
  dag: 'DAG',
  copies: 'Copies',
  support: 'Support',
  waivers: 'Waivers',
};
