import type { PlacedServer } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Reporter, Rule } from './rule.ts';
import { eachLoadedServer, volumePath } from './support/loads.ts';
import { cite } from './support/sources.ts';
import { part } from './support/stated.ts';

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
      load.notStated.forEach((path) => reporter.notStated(path));
      for (const { volume, iops, availableIOPS } of load.volumes) {
        if (availableIOPS === undefined) tellMissing(server, reporter);
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

/** A disk's type gives its IOPS where it states none itself. */
function tellMissing({ hardware }: PlacedServer, reporter: Reporter): void {
  const disk = hardware && part(hardware, 'dataDisk', reporter);
  if (!disk) return;
  const missing = (['rpm', 'interface', 'formFactorInches'] as const).filter(
    (field) => disk.value[field] === undefined,
  );
  for (const field of missing.length > 0 ? missing : ['randomIOPS']) reporter.notStated(`${disk.path}/${field}`);
}
