import { perDag } from '../../design/perDag.ts';
import { copyTable } from './copyTable.ts';
import { DagRun } from './dagRun.ts';

/** A DAG before anything has failed, played as it is usually. */
export const healthyDag = perDag((design, dag) =>
  new DagRun(design, copyTable(design, dag), {}).next({ failed: new Set(), degraded: new Set() }),
);
