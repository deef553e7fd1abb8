import { subject } from '../design/subject.ts';
import type { Design } from '../design/types.ts';
import type { DagRule } from './rule.ts';
import { dataVolumesIn } from './support/each.ts';
import { exchangeVersion, updateName, updateRange } from './support/exchange.ts';
import { turn } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { silent, stated } from './support/stated.ts';

export const bitlocker: DagRule = {
  id: 'bitlocker',
  area: 'volumes',
  title: 'Data volumes are encrypted with BitLocker, and AutoReseed handles that',
  why: 'A failed JBOD disk leaves the house unwiped; encryption keeps its mail unreadable. AutoReseed must know, to encrypt the spare too.',
  source: cite('preferredArchitecture', 'A4.15'),
  parameters: {},
  messages: {
    volume: '{volume} is not encrypted; the Preferred Architecture asks for BitLocker on every data disk.',
    early:
      'AutoReseed handles BitLocker from {wanted} on, and there is a server with {found}; spare disks would come into use unencrypted.',
    autoReseed: 'AutoReseed does not handle BitLocker; spare disks would come into use unencrypted.',
  },
  checkDag(design, dag, _parameters, reporter) {
    const early = tooEarly(design);
    // A DAG of servers without the property need not state it.
    const handled = early ? dag.value.autoDagBitlockerEnabled : stated(dag, 'autoDagBitlockerEnabled', reporter);
    const about = { subject: subject.dag(dag.value.name), path: `${dag.path}/autoDagBitlockerEnabled` };
    if (early && handled !== undefined) reporter.report({ ...about, messageId: 'early', data: early });
    else if (handled === false) reporter.report({ ...about, messageId: 'autoReseed' });
    for (const volume of dataVolumesIn(design, dag, reporter)) {
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
  mends: ['volume', 'autoReseed'],
  fix: (_design, finding) =>
    finding.messageId === 'early'
      ? undefined
      : turn(finding, finding.messageId === 'volume' ? 'BitLocker' : 'BitLocker in AutoReseed', true),
};

/** Where AutoReseed learned to handle BitLocker (facts A4.15). */
const firstUpdates: Readonly<Record<string, number>> = { '2013': 13, '2016': 2 };

/** The update that AutoReseed needs for BitLocker, where a server is known to have an earlier one. */
function tooEarly(design: Design): { readonly wanted: string; readonly found: string } | undefined {
  const version = exchangeVersion(design, silent);
  const wanted = firstUpdates[version ?? ''];
  const lowest = updateRange(design, silent)?.lowest.value;
  if (wanted === undefined || lowest === undefined || lowest >= wanted) return undefined;
  return { wanted: `Exchange ${version} ${updateName(wanted)}`, found: updateName(lowest) };
}
