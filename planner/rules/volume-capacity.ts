import { subject } from '../design/subject.ts';
import { sizingOptions } from '../sizing/index.ts';
import type { Rule } from './rule.ts';
import { eachLoadedServer, volumePath } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const volumeCapacity: Rule = {
  id: 'volume-capacity',
  area: 'volumes',
  title: 'Volumes hold their databases, logs and index at full size, with free space',
  why: 'A full volume dismounts its databases; room must be there before the mailboxes reach their quota.',
  source: cite('calculator', 'sizing A5', 'derived'),
  parameters: {},
  messages: {
    overflows: '{volume} must hold {needed} GB without free space, and has {available} GB formatted.',
    tight: '{volume} needs {needed} GB with free space, and has {available} GB formatted.',
  },
  check(design, _parameters, reporter) {
    const { volumeFreeFraction } = sizingOptions(design);
    for (const { server, load } of eachLoadedServer(design, reporter)) {
      load.notStated.forEach((path) => reporter.notStated(path));
      for (const { volume, requiredGB, formattedGB } of load.volumes) {
        if (requiredGB <= formattedGB) continue;
        const contentGB = requiredGB * (1 - volumeFreeFraction);
        const overflows = contentGB > formattedGB;
        reporter.report({
          messageId: overflows ? 'overflows' : 'tight',
          subject: subject.volume(server.value.name, volume),
          path: volumePath(server, volume),
          data: {
            volume,
            needed: Math.ceil(overflows ? contentGB : requiredGB),
            available: Math.floor(formattedGB),
          },
        });
      }
    }
  },
};
