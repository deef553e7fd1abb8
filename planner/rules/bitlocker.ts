import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag, eachDataVolume } from './support/each.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const bitlocker: Rule = {
  id: 'bitlocker',
  area: 'volumes',
  title: 'Data volumes are encrypted with BitLocker, and AutoReseed handles that',
  why: 'A failed JBOD disk leaves the house unwiped; encryption keeps its mail unreadable. AutoReseed must know, to encrypt the spare too.',
  source: cite('preferredArchitecture', 'A4.15'),
  parameters: {},
  messages: {
    volume: '{volume} is not encrypted; the Preferred Architecture asks for BitLocker on every data disk.',
    autoReseed: 'AutoReseed does not handle BitLocker; spare disks would come into use unencrypted.',
  },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      if (stated(dag, 'autoDagBitlockerEnabled', reporter) !== false) continue;
      const about = subject.dag(dag.value.name);
      reporter.report({ messageId: 'autoReseed', subject: about, path: `${dag.path}/autoDagBitlockerEnabled` });
    }
    for (const volume of eachDataVolume(design, reporter)) {
      if (stated(volume, 'bitLocker', reporter) !== false) continue;
      const { name } = volume.value;
      reporter.report({
        messageId: 'volume',
        subject: subject.volume(volume.server.name, name),
        path: `${volume.path}/bitLocker`,
        data: { volume: name },
      });
    }
  },
  fix: (_design, finding) =>
    turn(finding, finding.messageId === 'volume' ? 'BitLocker' : 'BitLocker in AutoReseed', true),
};
