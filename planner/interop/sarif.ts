import type { Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Rule, Severity, Verdict } from '../rules/rule.ts';
import type { RuleEntry, Ruleset } from '../rules/ruleset.ts';
import type { Position } from './positions.ts';

export interface SarifOptions {
  readonly rules: readonly Rule[];
  readonly ruleset: Ruleset;
  /** Where the design's file is, as a URI reference: relative to the repository where it can be. */
  readonly uri: string;
  /** Where a JSON Pointer stands in the file. */
  readonly positionOf: (path: string) => Position;
  /** Dagwright's version. */
  readonly version: string;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>;

/** A verdict as a SARIF 2.1.0 log, which code scanning services show at the line of the file. */
export function toSarif(verdict: Verdict, { rules, ruleset, uri, positionOf, version }: SarifOptions): Log {
  const ids = [...new Set([...Object.keys(ruleset.rules), ...verdict.findings.map(({ rule }) => rule)])];
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Dagwright',
            semanticVersion: version,
            rules: ids.map((id) =>
              descriptor(
                id,
                rules.find((rule) => rule.id === id),
                ruleset.rules[id],
              ),
            ),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri } }],
        results: verdict.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: levels[finding.severity],
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri, index: 0 }, region: region(positionOf(finding.path)) },
              logicalLocations: [{ fullyQualifiedName: finding.subject }],
            },
          ],
          partialFingerprints: { 'dagwrightFinding/v1': fingerprint(finding, seen) },
          ...(finding.waiver && {
            suppressions: [
              {
                kind: 'external' as const,
                status: 'accepted' as const,
                ...(finding.waiver.reason !== undefined && { justification: finding.waiver.reason }),
              },
            ],
          }),
        })),
      },
    ],
  };
}

function descriptor(id: string, rule: Rule | undefined, entry: RuleEntry | undefined): ReportingDescriptor {
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why} Source: ${rule.source.title}.` },
    ...(rule.source.url !== undefined && { helpUri: rule.source.url }),
    ...(entry && { defaultConfiguration: { level: defaultLevel(entry) } }),
    properties: { tags: [rule.area] },
  };
}

/** The severity that the ruleset gives; for a rule with one for each message, the highest. */
function defaultLevel({ severity }: RuleEntry): ReportingConfiguration.level {
  const given = typeof severity === 'string' ? [severity] : Object.values(severity);
  const highest = (['error', 'warning', 'info'] as const).find((each) => given.includes(each));
  return levels[highest ?? 'info'];
}

function region({ line, column }: Position): { startLine: number; startColumn: number } {
  return { startLine: line, startColumn: column };
}

/** What stays the same when the file moves on: rule, message and subject, numbered where a subject has several. */
function fingerprint(finding: Finding, seen: Map<string, number>): string {
  const key = [finding.rule, finding.messageId, finding.subject].join('|');
  const time = (seen.get(key) ?? 0) + 1;
  seen.set(key, time);
  return `${key}|${time}`;
}
