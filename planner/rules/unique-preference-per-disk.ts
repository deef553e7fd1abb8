import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { tally } from './support/copies.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const uniquePreferencePerDisk: DagRule = {
  id: 'unique-preference-per-disk',
  area: 'volumes',
  title: 'The copies on a disk have different activation preferences',
  why: 'One copy of each preference on a disk keeps the load of disks even, in the normal state and after failures.',
  source: cite('highAvailabilityChanges', 'A5.4'),
  parameters: {},
  messages: { repeated: '{volume} carries {count} copies of preference {preference}; each should stand there once.' },
  checkDag(design, dag, _parameters, reporter) {
    databasesOf(design, dag, reporter);
    for (const server of membersOf(design, dag, reporter)) {
      for (const copy of server.copies) {
        stated(copy, 'volume', reporter);
        stated(copy, 'activationPreference', reporter);
      }
      for (const volume of server.volumes) {
        const preferences = volume.copies.flatMap(({ value }) => value.activationPreference ?? []);
        for (const [preference, count] of [...tally(preferences)].filter(([, times]) => times > 1)) {
          reporter.report({
            messageId: 'repeated',
            subject: subject.volume(server.value.name, volume.value.name),
            path: volume.path,
            data: { volume: volume.value.name, count, preference },
          });
        }
      }
    }
  },
};
