import { sizePlan } from '../../sizing/requirements/index.ts';
import type { CalculatorCase, Value } from './caseFile.ts';
import { caseRequirements } from './caseRequirements.ts';
import { lookUp } from './lookUp.ts';

/** A figure of a case that the sizing gives otherwise; `found` is undefined where it gives none. */
export interface Deviation {
  readonly name: string;
  readonly expected: Value;
  readonly found: Value | undefined;
}

/** How a case compares. */
export interface CaseResult {
  readonly name: string;
  readonly compared: number;
  /** The figure that is furthest off, as a share of what is expected; absent where all are equal. */
  readonly worst?: { readonly name: string; readonly deviation: number };
  readonly off: readonly Deviation[];
  /** Names of figures that are not known. */
  readonly unknown: readonly string[];
  /** Whether it was refused as it should be. */
  readonly refused?: boolean;
  /** What is wrong with the case as a whole: refused although it is valid, or the other way round. */
  readonly verdict?: string;
}

/** Numbers agree within this share. */
const tolerance = 1e-6;
/** What may be left where 0 is expected. */
const nothing = 1e-9;

/**
 * Compares the figures of a case's requirements with what the calculator answers, numbers within 1e-6 relative, text and truth exactly. A
 * case that is not valid has to be refused.
 * @throws CaseError for an input that is not known
 */
export function checkCase(given: CalculatorCase, { replication = true } = {}): CaseResult {
  const { name, valid } = given;
  const sized = sizePlan(caseRequirements(given), { version: '2013' });
  if (!sized.ok) return withoutFigures(name, valid ? `Refused: ${sized.problems[0]?.message ?? ''}` : undefined);
  if (!valid) return withoutFigures(name, 'Accepted, although the calculator refuses it.');
  const answer = lookUp(sized.figures);
  const expected = Object.entries({ ...given.outputs, ...(replication && given.replication) });
  const off: Deviation[] = [];
  const unknown: string[] = [];
  let worst = { name: '', deviation: 0 };
  for (const [figure, value] of expected) {
    const found = answer(figure);
    if (!found.known) {
      unknown.push(figure);
      continue;
    }
    const deviation = deviationOf(value, found.value);
    if (deviation > tolerance) off.push({ name: figure, expected: value, found: found.value });
    if (deviation > worst.deviation) worst = { name: figure, deviation };
  }
  return { name, compared: expected.length, off, unknown, ...(worst.name !== '' && { worst }) };
}

function withoutFigures(name: string, verdict: string | undefined): CaseResult {
  return { name, compared: 0, off: [], unknown: [], ...(verdict === undefined ? { refused: true } : { verdict }) };
}

/** How far a figure is off, as a share of what is expected; infinite where it is no number or none is expected. */
function deviationOf(expected: Value, found: Value | undefined): number {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found ? 0 : Infinity;
  const difference = Math.abs(found - expected);
  if (expected === 0) return difference <= nothing ? 0 : Infinity;
  return difference / Math.abs(expected);
}
