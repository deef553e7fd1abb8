import { changeWords, depthOf, type ChangeWords } from '../../planner/design/changeWords.ts';
import { compareDesigns, type Change } from '../../planner/design/compare.ts';
import { pointer, pointerSteps, valueAt } from '../../planner/design/pointer.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { choiceLabel, fieldOf, readText } from '../inspector/field.ts';
import { labelOfKey } from '../inspector/wording.ts';
import { memberName, memberOf } from '../subjects/members.ts';
import { designRoot, schemaWithin, type SchemaNode } from '../subjects/schema.ts';
import { subjectName } from '../subjects/subjectName.ts';

/** One difference in the words of the page. */
export interface Row {
  /** "Cores", "Added", "Network MAPI: Speed". */
  readonly label: string;
  /** Undefined where nothing was stated. */
  readonly before: string | undefined;
  /** Undefined where nothing is stated. */
  readonly after: string | undefined;
}

/** What differs in one thing of the design. */
export interface Group {
  readonly subject: Subject;
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What changed from one design to another, by the thing that it is about. */
export function difference(before: Design, after: Design): readonly Group[] {
  const groups = new Map<Subject, Row[]>();
  for (const change of compareDesigns(before, after)) {
    const rows = groups.get(change.subject) ?? [];
    groups.set(change.subject, rows);
    rows.push(row(change, before, after));
  }
  return [...groups].map(([subject, rows]) => ({ subject, name: subjectName(subject), rows }));
}

/** What a row is about, the same in two differences. */
export const rowKey = (subject: Subject, { label }: Row): string => `${subject} ${label}`;

export function countRows(groups: readonly Group[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

function row(change: Change, before: Design, after: Design): Row {
  const words = changeWords(change);
  switch (words.verb) {
    case 'added':
    case 'removed':
      return { label: existence(words), before: words.before, after: words.after };
    case 'moved':
      return { label: 'Moved', before: words.before, after: words.after };
    case 'stated':
    case 'noLongerStated':
    case 'changed': {
      const place = placeOf(change, words.verb === 'noLongerStated' ? before : after);
      return {
        label: place.label,
        before: words.verb === 'stated' ? undefined : place.text(change.before, words.before),
        after: words.verb === 'noLongerStated' ? undefined : place.text(change.after, words.after),
      };
    }
  }
}

/** "Added"; or, for what has no selector of its own, "Network MAPI added". */
function existence({ verb, what }: ChangeWords): string {
  const [word = '', ...name] = what.split(' ');
  return what ? `${labelOfKey(word)} ${name.join(' ')} ${verb}` : labelOfKey(verb);
}

/** How a changed property and its values are written. */
interface Place {
  readonly label: string;
  /** `plain` is for values that no field shows. */
  readonly text: (value: unknown, plain: string) => string;
}

function placeOf(change: Change, design: Design): Place {
  const steps = pointerSteps(change.path);
  const labels: string[] = [];
  let around: unknown = design;
  let schema: SchemaNode | undefined = designRoot;
  for (const [i, step] of steps.entries()) {
    const isMember = Array.isArray(around);
    const label = isMember ? memberLabel(steps[i - 1] ?? '', valueAt(around, pointer(step))) : keyLabel(step, schema);
    // A member goes by its own name in place of its list's.
    if (i >= depthOf(change)) labels.splice(isMember ? -1 : labels.length, isMember ? 1 : 0, label);
    around = valueAt(around, pointer(step));
    schema = schema && schemaWithin(schema, step);
  }
  return { label: labels.join(': '), text: writer(steps.at(-1) ?? '', schema) };
}

/** What the schema knows is called as in the inspector; a name that a user gave stays as it is. */
function keyLabel(key: string, schema: SchemaNode | undefined): string {
  return Object.hasOwn(schema?.properties ?? {}, key) ? labelOfKey(key) : key;
}

function memberLabel(list: string, member: unknown): string {
  const word = memberOf(list);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${memberName(member as object)}`;
}

function writer(key: string, schema: SchemaNode | undefined): Place['text'] {
  const field = schema && fieldOf(key, schema, '');
  return (value, plain) => {
    if (!field || (typeof value === 'object' && value !== null && !Array.isArray(value))) return plain;
    if (field.kind === 'choice') return choiceLabel(value as string | number);
    const text = readText(field.kind, value, field.nullWord);
    return field.unit && typeof value === 'number' ? `${text} ${field.unit}` : text;
  };
}
