import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { ancestorsOf } from '../outline/parents.ts';
import { locate } from '../subjects/locate.ts';

export interface Crumb {
  readonly subject: Subject;
  readonly label: string;
}

/** The things that a subject stands in, from the design down to itself; the outline's headings are left out. */
export function crumbsOf(design: Design, about: Subject): readonly Crumb[] {
  return [...ancestorsOf(design, about), about]
    .map((id) => (parseSubject(id) ? id : datacenterOf(id)))
    .flatMap((id) => {
      const label = id === undefined ? undefined : locate(design, id)?.title;
      return id === undefined || label === undefined ? [] : [{ subject: id, label }];
    });
}

/** The members of a DAG in one datacenter stand under its name: "dag:DAG1/East". */
function datacenterOf(id: string): Subject | undefined {
  const name = /^dag:[^/]*\/([^:].*)$/.exec(id)?.[1];
  return name === undefined ? undefined : subject.datacenter(name);
}
