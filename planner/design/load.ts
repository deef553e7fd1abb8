import {
  validateDesign as fitsDesignSchema,
  validateRequirements as fitsRequirementsSchema,
  validateTimeline as fitsTimelineSchema,
  type Validator,
} from '../../schemas/generated/validators.js';
import { parseJson } from './json.ts';
import { largeAmounts } from './largeAmounts.ts';
import { excerpt, type Loaded, type Problem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { schemaProblems } from './schemaProblems.ts';
import type { Dag, Design, Requirements, Timeline } from './types.ts';

export const designFormat = 'dagwright/1';
export const requirementsFormat = 'dagwright-requirements/1';
export const timelineFormat = 'dagwright-timeline/1';

/** Reads a design file's text. Every problem has its JSON Pointer, what was expected and what was found; all at once. */
export function loadDesign(text: string): Loaded<Design> {
  return load(text, checkDesign);
}

/** Reads a requirements file's text, as `loadDesign` does. */
export function loadRequirements(text: string): Loaded<Requirements> {
  return load(text, checkRequirements);
}

/** Reads a timeline file's text, as `loadDesign` does; whether its events fit a design is for `timelineProblems`. */
export function loadTimeline(text: string): Loaded<Timeline> {
  return load(text, (value) => checkShape(value, timelineFormat, fitsTimelineSchema));
}

/** What keeps a value from being a design: the schema's errors, or else names and references that do not fit. */
export function checkDesign(value: unknown): Problem[] {
  const problems = shapeProblems(value);
  return problems.length > 0 ? problems : referenceProblems(value as Design);
}

/**
 * DAGs, servers and databases whose shape was found right. Designs are never mutated, and an edit leaves most of a large one as
 * it is.
 */
const sound = new WeakSet<object>();

function shapeProblems(value: unknown): Problem[] {
  const check = (part: unknown): Problem[] => checkShape(part, designFormat, fitsDesignSchema);
  if (!isObject(value) || !Array.isArray(value['dags'])) return check(value);
  // The schema asks nothing of the length of these lists. What is wrong is looked for in the whole: places are counted there.
  if (check({ ...value, dags: notSound(value['dags']).map(withoutSoundMembers) }).length > 0) {
    const problems = check(value);
    if (problems.length > 0) return problems;
  }
  for (const dag of value['dags'] as Dag[]) {
    if (sound.has(dag)) continue;
    for (const member of [dag, ...(dag.servers ?? []), ...(dag.databases ?? [])]) sound.add(member);
  }
  return [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function notSound(list: readonly unknown[]): unknown[] {
  return list.filter((item) => !isObject(item) || !sound.has(item));
}

function withoutSoundMembers(dag: unknown): unknown {
  if (!isObject(dag) || Array.isArray(dag)) return dag;
  const lists = (['servers', 'databases'] as const).flatMap((key) => {
    const list = dag[key];
    return Array.isArray(list) ? [[key, notSound(list)] as const] : [];
  });
  return { ...dag, ...Object.fromEntries(lists) };
}

/** What keeps a value from being requirements. */
export function checkRequirements(value: unknown): Problem[] {
  const problems = checkShape(value, requirementsFormat, fitsRequirementsSchema);
  return problems.length > 0 ? problems : requirementProblems(value as Requirements);
}

function load<T>(text: string, check: (value: unknown) => Problem[]): Loaded<T> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const problems = check(parsed.value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.value as T };
}

function checkShape(value: unknown, format: string, fits: Validator): Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      { path: '', message: 'The file does not hold an object.', expected: 'a JSON object', found: excerpt(value) },
    ];
  }
  const stated: unknown = Object.hasOwn(value, 'format') ? (value as { format: unknown }).format : undefined;
  if (stated !== format) return [wrongFormat(stated, format)];
  return [...(fits(value) ? [] : schemaProblems(fits.errors)), ...largeAmounts(value)];
}

function wrongFormat(stated: unknown, format: string): Problem {
  const hints: Readonly<Record<string, string>> = {
    [designFormat]: 'This is a design, where requirements are asked for.',
    [requirementsFormat]: 'These are requirements, where a design is asked for; `dagwright new` makes one from them.',
    [timelineFormat]: 'This is a timeline, which `dagwright simulate failover --timeline` plays on a design.',
  };
  const hint = typeof stated === 'string' ? hints[stated] : undefined;
  const newer = typeof stated === 'string' && stated.startsWith(format.replace(/\d+$/, ''));
  return {
    path: '/format',
    message:
      hint ??
      (newer
        ? 'This file has a format that this Dagwright does not know; a newer one may.'
        : stated === undefined
          ? '"format" is missing, so this is not a Dagwright file.'
          : 'This is not a Dagwright file of the kind that is asked for.'),
    expected: excerpt(format),
    found: excerpt(stated),
  };
}

function requirementProblems(requirements: Requirements): Problem[] {
  const asDesign = {
    format: designFormat,
    name: requirements.name,
    mailboxTiers: requirements.mailboxTiers,
    datacenters: requirements.datacenters,
  } as Design;
  return referenceProblems(asDesign);
}
