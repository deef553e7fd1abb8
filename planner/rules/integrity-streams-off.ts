import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { dataVolumesIn } from './support/each.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const integrityStreamsOff: DagRule = {
  id: 'integrity-streams-off',
  area: 'volumes',
  title: 'The ReFS integrity feature is off on data volumes',
  why: 'Exchange checks its own pages and repairs them from other copies, so the file system need not do that again.',
  source: cite('preferredArchitecture', 'A4.14'),
  parameters: {},
  messages: { on: 'The integrity feature is on for {volume}; the Preferred Architecture asks for ReFS with it off.' },
  checkDag(design, dag, _parameters, reporter) {
    for (const volume of dataVolumesIn(design, dag, reporter)) {
      if (volume.value.fileSystem === 'NTFS') continue;
      if (stated(volume, 'integrityStreams', reporter) !== true) continue;
      const { name } = volume.value;
      reporter.report({
        messageId: 'on',
        subject: subject.volume(volume.server.name, name),
        path: `${volume.path}/integrityStreams`,
        data: { volume: name },
      });
    }
  },
  fix: (_design, finding) => turn(finding, 'the ReFS integrity feature', false),
};
