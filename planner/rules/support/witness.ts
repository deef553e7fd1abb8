import type { Placed } from '../../design/index.ts';
import type { Dag, Witness } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { part } from './stated.ts';

/** The witnesses of a DAG: the witness, told where it is not stated, and the alternate witness, which a DAG need not have. */
export function witnessesOf(dag: Placed<Dag>, reporter: Reporter): Placed<Witness>[] {
  const witness = part(dag, 'witness', reporter);
  const alternate = dag.value.alternateWitness;
  return [
    ...(witness ? [witness] : []),
    ...(alternate ? [{ value: alternate, path: `${dag.path}/alternateWitness` }] : []),
  ];
}
