import { counted, formatCount } from '../../planner/design/format.ts';
import type { CaseResult, Deviation } from '../../planner/interop/calculatorCases/index.ts';

/** A case in one line, and one more for each figure that is off. */
export function caseText({ name, compared, worst, off, unknown, refused, verdict }: CaseResult): string {
  const widest = worst ? `worst ${worst.deviation.toExponential(1)} (${worst.name})` : 'no deviation';
  const outcome = refused ? 'refused as it should be' : `${counted(compared, 'figure')}, ${widest}`;
  return [
    `${name}: ${verdict ?? outcome}`,
    ...off.map((deviation) => `  off: ${deviationText(deviation)}`),
    ...unknown.map((figure) => `  unknown: ${figure}`),
  ].join('\n');
}

/** All cases in one line. */
export function totalText(results: readonly CaseResult[]): string {
  const sum = (count: (result: CaseResult) => number): number =>
    results.reduce((all, result) => all + count(result), 0);
  const wrong = sum(({ verdict }) => (verdict === undefined ? 0 : 1));
  return (
    `${counted(results.length, 'case')}, ${counted(
      sum(({ compared }) => compared),
      'figure',
    )}: ` +
    `${formatCount(sum(({ off }) => off.length))} off, ${formatCount(sum(({ unknown }) => unknown.length))} unknown, ` +
    `${counted(wrong, 'case')} judged otherwise or unreadable`
  );
}

function deviationText({ name, expected, found }: Deviation): string {
  return `${name} expected ${JSON.stringify(expected)}, found ${found === undefined ? 'none' : JSON.stringify(found)}`;
}
