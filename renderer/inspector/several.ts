import { valueAt, type Pointer } from '../../planner/design/pointer.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { Command, Edit } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { setField } from '../state/commands.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { locate } from '../subjects/locate.ts';
import { fieldsOf, type Field } from './field.ts';

/** A field that several things of one kind have. */
export interface SharedField {
  readonly field: Field;
  /** What all state; undefined where they differ or state nothing. */
  readonly value: unknown;
  readonly differs: boolean;
}

/** The fields of things of one kind; none where they are of several, and without what tells them apart. */
export function sharedFields(design: Design, subjects: readonly Subject[]): readonly SharedField[] {
  const places = placesOf(design, subjects);
  const [first] = places;
  if (!first || places.some(({ schema }) => schema.title !== first.schema.title)) return [];
  return fieldsOf(first.schema, '')
    .filter(({ path }) => !identifying.has(path))
    .map((field) => {
      const values = places.map(({ path }) => valueAt(design, path + field.path));
      const texts = values.map((value) => JSON.stringify(value));
      const differs = texts.some((text) => text !== texts[0]);
      return { field, value: differs ? undefined : values[0], differs };
    });
}

/** What a thing is told apart by, or placed by, which several cannot share. */
const identifying: ReadonlySet<Pointer> = new Set(['/name', '/from', '/to', '/server', '/volume', '/datacenters']);

function placesOf(design: Design, subjects: readonly Subject[]) {
  return subjects.flatMap((each) => locate(design, each) ?? []);
}

/** Sets or clears a field of several things, as one change. */
export function setShared(design: Design, subjects: readonly Subject[], field: Field, value: unknown): Command {
  const text = JSON.stringify(value);
  const edits = placesOf(design, subjects)
    .map(({ path }) => path + field.path)
    .filter((path) => JSON.stringify(valueAt(design, path)) !== text)
    .flatMap((path): readonly Edit[] => setField(design, path, value, '').edits);
  const { label } = setField(design, field.path, value, `${field.label.toLowerCase()} of ${countedSubjects(subjects)}`);
  return { name: 'set-field', label, edits };
}
