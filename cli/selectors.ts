import { indexDesign } from '../planner/design/index.ts';
import type { Design } from '../planner/design/types.ts';
import { failureSelectors, type FailureError } from '../planner/simulate/failover/index.ts';
import { callError, type CallError } from './callError.ts';
import { nearest } from './text/nearest.ts';

export const failHelp =
  'what fails, in this order: server:NAME, datacenter:NAME, dag:NAME, disk:SERVER/VOLUME, copy:DATABASE/SERVER, link:A/B, witness:DAG; repeat it or list with commas';

export const lockHelp = "whose side holds the witness's lock when links are cut (default: the pair's first)";

/** A comma ends a selector where another one begins: names may hold commas. */
export function selectors(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(/,(?=\s*[a-z]+:)/).map((selector) => selector.trim())];
}

/** A selector of nothing, with the nearest that there are. */
export function unknownSelector(design: Design, { message, selector }: FailureError, file: string): CallError {
  const near = nearest(selector, failureSelectors(design));
  return callError(file, message, near.join(' or ') || 'a selector', `"${selector}"`);
}

/** @throws CallError with the nearest where the design has no datacenter of the name */
export function refuseUnknownDatacenter(design: Design, name: string, file: string): void {
  const names = [...indexDesign(design).datacenters.keys()];
  if (names.includes(name)) return;
  const near = nearest(name, names);
  throw callError(file, `The design has no datacenter "${name}".`, near.join(' or ') || 'a datacenter', `"${name}"`);
}
