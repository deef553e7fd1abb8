import { pointerSteps, type Pointer } from '../design/pointer.ts';
import type { Requirements } from '../design/types.ts';
import type { Limit } from './shape.ts';

/** An input that no design can be built from. */
export interface Fault {
  /** Where it stands in the requirements; "" where it is in several places. */
  readonly path: Pointer;
  readonly message: string;
  readonly remedy: string;
  /** Whether the remedy is to leave the field out, so that the plan chooses it. */
  readonly leavesOut?: boolean;
}

/** Why requirements make no design, and what would help. */
export interface Refusal extends Omit<Fault, 'leavesOut'> {
  /** What binds; "input" where something is missing or cannot be laid out, "unsupported" where the rules forbid the design. */
  readonly limit: Limit | 'input' | 'unsupported';
  /** The requirements with the remedy applied, where it is the change of one input. */
  readonly remedied?: Requirements;
}

/** A field as the requirements file spells it: "/datacenters/0/adSite" is "datacenters[0].adSite". */
export function fieldName(path: Pointer): string {
  return pointerSteps(path)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The requirements without the field at a path; the same object where it is not stated. */
export function leaveOut(requirements: Requirements, path: Pointer): Requirements {
  return removed(requirements, pointerSteps(path)) as Requirements;
}

function removed(node: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return node;
  const { [step]: inner, ...others } = node as Record<string, unknown>;
  if (rest.length === 0) return others;
  const left = removed(inner, rest);
  return left === inner ? node : { ...node, [step]: left };
}
