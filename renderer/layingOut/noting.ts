import { parseSubject, subject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import { pointer } from '../../planner/design/pointer.ts';
import type { Design, Note } from '../../planner/design/types.ts';
import { newNote } from '../additions/newMember.ts';
import { addTo } from '../state/commands.ts';
import type { Made } from '../state/structure.ts';
import { subjectName } from '../subjects/subjectName.ts';

const noted: ReadonlySet<SubjectKind> = new Set(['design', 'datacenter', 'pair', 'dag', 'server', 'database', 'link']);

/** Adds a note about what is selected, to be written at once; a text says why there can be none. */
export function addNote(design: Design, [about = subject.design, ...more]: readonly Subject[]): Made | string {
  if (more.length > 0) return 'Select one thing first';
  if (!noted.has(parseSubject(about)?.kind ?? 'design'))
    return 'Select a datacenter, pair, DAG, server, database or link first';
  const isDesign = about === subject.design;
  const note: Note = { ...(!isDesign && { subject: about }), text: newNote };
  const index = design.notes?.length ?? 0;
  return {
    command: addTo(design, '/notes', note, isDesign ? 'Add note' : `Add note to ${subjectName(about)}`),
    subject: subject.note(index),
    path: pointer('notes', index, 'text'),
  };
}
