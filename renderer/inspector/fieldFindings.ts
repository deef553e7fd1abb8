import type { Pointer } from '../../planner/design/pointer.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import type { Section } from './sections.ts';

/** Findings by the field that they stand under, and those about the subject that no field shows. */
export interface FieldFindings {
  readonly byField: ReadonlyMap<Pointer, readonly Finding[]>;
  readonly general: readonly Finding[];
}

/**
 * Puts each finding under the field that it is about, or that holds what it is about; one of each rule.
 * @param stands whether what a finding is about is still as it was when it was found
 */
export function fieldFindings(
  sections: readonly Section[],
  findings: readonly Finding[],
  subject: string,
  stands: (finding: Finding) => boolean,
): FieldFindings {
  const paths = new Set(sections.flatMap(({ fields }) => fields.map(({ path }) => path)));
  const byField = new Map<Pointer, Finding[]>();
  const general: Finding[] = [];
  for (const finding of findings) {
    const holder = finding.path.slice(0, finding.path.lastIndexOf('/'));
    const path = [finding.path, holder].find((each) => paths.has(each));
    if (path === undefined) {
      if (finding.subject === subject && stands(finding)) general.push(finding);
      continue;
    }
    if (!stands(finding)) continue;
    const list = byField.get(path) ?? [];
    if (!list.some(({ rule }) => rule === finding.rule)) byField.set(path, [...list, finding]);
  }
  return { byField, general };
}
