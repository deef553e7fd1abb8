import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { loadedServersOf, volumePath } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const diskIops: DagRule = {
  id: 'disk-iops',
  area: 'servers',
  title: 'Data disks sustain the I/O of their copies',
  why: 'A disk that is asked for more random I/O than it sustains answers late, and every mailbox on it feels that.',
  source: cite('calculator', 'sizing A7', 'derived'),
  parameters: {},
  messages: { over: 'The copies on {volume} need {needed} IOPS at peak; the disk sustains {available}.' },
  checkDag(design, dag, _parameters, reporter) {
    for (const { server, load } of loadedServersOf(design, dag, reporter)) {
      load.notStated.iops.forEach((path) => reporter.notStated(path));
      for (const { volume, iops, availableIOPS } of load.volumes) {
        if (availableIOPS === undefined || iops <= availableIOPS) continue;
        reporter.report({
          messageId: 'over',
          subject: subject.volume(server.value.name, volume),
          path: volumePath(server, volume),
          data: { volume, needed: iops, available: availableIOPS },
        });
      }
    }
  },
};
