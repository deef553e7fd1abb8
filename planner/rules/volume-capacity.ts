import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { loadedServersOf, volumePath } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const volumeCapacity: DagRule = {
  id: 'volume-capacity',
  area: 'volumes',
  title: 'Volumes hold their databases, logs and index at full size, with free space',
  why: 'A full volume dismounts its databases; room must be there before the mailboxes reach their quota.',
  source: cite('calculator', 'sizing A5', 'derived'),
  parameters: {},
  messages: {
    overflows: '{volume} must hold {needed} GB of databases, index and logs, and has {available} GB formatted.',
    tight: '{volume} needs {needed} GB with {reserve}; it has {available} GB.',
  },
  checkDag(design, dag, _parameters, reporter) {
    for (const { server, load } of loadedServersOf(design, dag, reporter)) {
      load.notStated.capacity.forEach((path) => reporter.notStated(path));
      const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
      for (const { volume, contentGB, requiredGB, formattedGB } of load.volumes) {
        if (contentGB === undefined || requiredGB === undefined || formattedGB === undefined) continue;
        if (requiredGB <= formattedGB) continue;
        const overflows = contentGB > formattedGB;
        reporter.report({
          messageId: overflows ? 'overflows' : 'tight',
          subject: subject.volume(server.value.name, volume),
          path: volumePath(server, volume),
          data: {
            volume,
            needed: Math.ceil(overflows ? contentGB : requiredGB),
            available: Math.floor(formattedGB),
            reserve: restoreVolume ? 'free space' : 'free space and room to restore a database',
          },
        });
      }
    }
  },
};
