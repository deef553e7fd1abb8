import { parseSubject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import { unique } from '../state/unique.ts';

const kinds: readonly SubjectKind[] = ['server', 'volume', 'copy'];

/** Of what lies in a frame the things of the largest kind, so that a frame around servers does not mean their disks. */
export function largestKind(subjects: readonly Subject[]): readonly Subject[] {
  for (const kind of kinds) {
    const found = subjects.filter((each) => parseSubject(each)?.kind === kind);
    if (found.length > 0) return unique(found);
  }
  return [];
}
