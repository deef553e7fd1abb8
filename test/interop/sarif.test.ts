import { describe, expect, it } from 'vitest';
import { locate } from '../../planner/interop/positions.ts';
import { toSarif } from '../../planner/interop/sarif.ts';
import { hostile, rules, ruleset, verdict } from './verdict.ts';

const text = '{\n  "name": "A",\n  "hardware": [\n    { "name": "H", "cores": 28 }\n  ]\n}\n';
const options = { rules, ruleset, uri: 'designs/a%20b.json', positionOf: locate(text), version: '1.2.3' };
const [run] = toSarif(verdict, options).runs;

describe('toSarif(verdict, options)', () => {
  it('describes every rule with the level that the ruleset gives', () => {
    expect(run?.tool.driver).toMatchObject({ name: 'Dagwright', semanticVersion: '1.2.3' });
    expect(run?.tool.driver.rules?.map(({ id, defaultConfiguration }) => [id, defaultConfiguration?.level])).toEqual([
      ['core-count', 'error'],
      ['dual-socket', 'warning'],
      ['bitlocker', 'warning'],
      ['dag-size', 'note'],
      ['waiver-unknown-rule', undefined],
    ]);
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      shortDescription: { text: 'Title of core-count' },
      fullDescription: { text: 'Why core-count' },
      helpUri: 'https://example.com/guide',
    });
  });

  it('gives each finding its level, subject, and line and column in the file', () => {
    expect(
      run?.results?.map(({ ruleId, ruleIndex, level, locations }) => {
        const region = locations?.[0]?.physicalLocation?.region;
        return [ruleId, ruleIndex, level, region?.startLine, region?.startColumn];
      }),
    ).toEqual([
      ['core-count', 0, 'error', 4, 20],
      ['core-count', 0, 'warning', 2, 3],
      ['bitlocker', 2, 'warning', 4, 20],
      ['waiver-unknown-rule', 4, 'note', 1, 1],
    ]);
    expect(run?.results?.[0]?.locations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'designs/a%20b.json' } },
      logicalLocations: [{ fullyQualifiedName: `hardware:${hostile}` }],
    });
  });

  it('marks a waived finding as suppressed, with the reason', () => {
    const suppressions = run?.results?.map((result) => result.suppressions);
    expect(suppressions).toEqual([
      undefined,
      undefined,
      [{ kind: 'external', status: 'accepted', justification: 'no TPM' }],
      undefined,
    ]);
  });

  it('gives fingerprints that differ within a file and stay when lines move', () => {
    const prints = (positionOf = locate(text)) =>
      toSarif(verdict, { ...options, positionOf }).runs[0]?.results?.map((result) => result.partialFingerprints);
    expect(new Set(prints()?.map((print) => JSON.stringify(print))).size).toBe(verdict.findings.length);
    expect(prints(locate(`\n\n${text}`))).toEqual(prints());
  });
});
