import type { Pointer } from './pointer.ts';
import type { Dag, Design } from './types.ts';
import { indexDesign } from './index.ts';

type Beside = Omit<Design, 'dags' | 'notes'>;

interface Kept<T> {
  /** Without the DAGs, so that no earlier design is held, and without what is only to be read. */
  readonly beside: Beside;
  readonly path: Pointer | undefined;
  readonly value: T;
}

/**
 * Remembers what follows from a DAG until that DAG, its place, or what the design states beside its DAGs changes: most edits change
 * one DAG.
 * @param compute must not ask about the other DAGs, nor about notes
 */
export function perDag<T>(compute: (design: Design, dag: Dag) => T): (design: Design, dag: Dag) => T {
  const kept = new WeakMap<Dag, Kept<T>>();
  return (design, dag) => {
    const { dags, notes, ...beside } = design;
    const path = indexDesign(design).dags.get(dag.name)?.path;
    const known = kept.get(dag);
    if (known && known.path === path && hasSameParts(known.beside, beside)) return known.value;
    const value = compute(design, dag);
    kept.set(dag, { beside, path, value });
    return value;
  };
}

/** Whether two designs share every part: they are never mutated, so that a part which is the same object is the same. */
function hasSameParts(a: Beside, b: Beside): boolean {
  const parts = Object.entries(a);
  return parts.length === Object.keys(b).length && parts.every(([key, value]) => b[key as keyof Beside] === value);
}
