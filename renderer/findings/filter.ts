import type { Area, Finding, Severity } from '../../planner/rules/rule.ts';
import { rules } from '../../planner/rules/index.ts';

/** Which findings the table shows. */
export interface FindingFilter {
  readonly severities: ReadonlySet<Severity>;
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
      filter.severities.has(severity) &&
      (filter.area === 'all' || areaOf(rule) === filter.area) &&
      (filter.waived || !waiver),
  );
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
