import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { dataVolumesIn } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const refsDataVolumes: DagRule<{ fileSystem: string }> = {
  id: 'refs-data-volumes',
  area: 'volumes',
  title: 'Data volumes are formatted with ReFS, and AutoReseed formats so too',
  why: 'ReFS for all data volumes is one of the points in which this Preferred Architecture differs from the last; the DAG must be told too, or AutoReseed formats spare disks otherwise.',
  source: cite('preferredArchitecture', 'A4.14'),
  parameters: { fileSystem: { type: 'string', description: 'File system of data volumes.' } },
  messages: {
    volume: '{volume} is formatted with {found}; the Preferred Architecture asks for {fileSystem} on all data volumes.',
    autoReseed: 'AutoReseed formats with {found}; the Preferred Architecture asks for {fileSystem}.',
  },
  checkDag(design, dag, { fileSystem }, reporter) {
    const found = stated(dag, 'fileSystem', reporter);
    if (found !== undefined && found !== fileSystem) {
      const about = subject.dag(dag.value.name);
      reporter.report({ messageId: 'autoReseed', subject: about, path: `${dag.path}/fileSystem`, data: { found } });
    }
    for (const volume of dataVolumesIn(design, dag, reporter)) {
      const found = stated(volume, 'fileSystem', reporter);
      if (found === undefined || found === fileSystem) continue;
      const { name } = volume.value;
      reporter.report({
        messageId: 'volume',
        subject: subject.volume(volume.server.name, name),
        path: `${volume.path}/fileSystem`,
        data: { volume: name, found },
      });
    }
  },
  fix(design, finding, { fileSystem }) {
    // Exchange 2013 cannot be told what AutoReseed formats with (sizing E1).
    if (design.exchange?.version === '2013') return undefined;
    const command = setTo(finding, 'file system', fileSystem);
    if (finding.messageId !== 'volume' || fileSystem !== 'ReFS') return command;
    const integrity = finding.path.replace(/fileSystem$/, 'integrityStreams');
    return { ...command, edits: [...command.edits, { op: 'set', path: integrity, value: false }] };
  },
};
