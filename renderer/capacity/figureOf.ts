import { subject } from '../../planner/design/subject.ts';
import type { FailureMode } from '../../planner/sizing/index.ts';
import type { FigureName } from '../engine/figureName.ts';
import type { MetricId } from './metrics.ts';
import type { CapacityRow } from './rows.ts';

/** The figure whose working tells how a server's use of something comes about; undefined where there is no such figure. */
export function figureOf(metric: MetricId, row: CapacityRow, mode: FailureMode): FigureName | undefined {
  switch (metric) {
    case 'cpu':
      return { id: `cpuUtilization.${mode}`, subject: subject.server(row.server) };
    case 'memory':
      return { id: `memoryNeeded.${mode}`, subject: subject.server(row.server) };
    case 'disk':
      return row.disk && { id: 'volumeFill', subject: subject.volume(row.server, row.disk.volume) };
    case 'iops':
      return row.iops && { id: 'volumeIOPS', subject: subject.volume(row.server, row.iops.volume) };
  }
}
