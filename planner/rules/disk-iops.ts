import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachLoadedServer, volumePath } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const diskIops: Rule = {
  id: 'disk-iops',
  area: 'servers',
  title: 'Data disks sustain the I/O of their copies',
  why: 'A disk that is asked for more random I/O than it sustains answers late, and every mailbox on it feels that.',
  source: cite('calculator', 'sizing A7', 'derived'),
  parameters: {},
  messages: { over: 'The copies on {volume} need {needed} IOPS at peak; the disk sustains {available}.' },
  check(design, _parameters, reporter) {
    for (const { server, load } of eachLoadedServer(design, reporter)) {
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
