import { pointer, pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import { subject, type Subject } from '../../planner/design/subject.ts';
import type { DatabaseCopy, Design, Link } from '../../planner/design/types.ts';

/** The subject whose inspector holds the field at a path. */
export function subjectAt(design: Design, path: Pointer): Subject {
  const steps = pointerSteps(path);
  const [list = '', , inner, , innermost] = steps;
  const at = <T>(length: number): T | undefined => valueAt(design, pointer(...steps.slice(0, length))) as T | undefined;
  const name = (length: number): string => at<{ name: string }>(length)?.name ?? '';
  if (at(2) === undefined) return subject.design;
  switch (list) {
    case 'datacenters':
      return subject.datacenter(name(2));
    case 'pairs':
      return subject.pair(name(2));
    case 'hardware':
      return subject.hardware(name(2));
    case 'mailboxTiers':
      return subject.tier(name(2));
    case 'links': {
      const link = at<Link>(2);
      return link ? subject.link(link.from, link.to) : subject.design;
    }
    case 'notes':
      return subject.note(Number(steps[1]));
    case 'dags':
      break;
    default:
      return subject.design;
  }
  if (inner === 'witness') return subject.witness(name(2));
  if (at(4) === undefined) return subject.dag(name(2));
  if (inner === 'servers') {
    return innermost === 'volumes' && at(6) !== undefined ? subject.volume(name(4), name(6)) : subject.server(name(4));
  }
  if (inner !== 'databases') return subject.dag(name(2));
  const copy = innermost === 'copies' ? at<DatabaseCopy>(6) : undefined;
  return copy ? subject.copy(name(4), copy.server) : subject.database(name(4));
}
