import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { sizingOptions } from '../sizing/index.ts';
import type { DagRule } from './rule.ts';
import { loadedServersOf, modeNames } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const memoryForLoad: DagRule = {
  id: 'memory-for-load',
  area: 'servers',
  title: 'Servers have the memory that the design failure needs',
  why: 'A quarter of the memory caches the active databases; too little turns into disk reads when a server takes over others.',
  source: cite('calculator', 'sizing A3, A4', 'derived'),
  parameters: {},
  messages: {
    little: '{found} GB of memory; {failure} needs {needed} GB.',
    belowMinimum: '{found} GB of memory; Exchange asks for {needed} GB at least on a server with {copies}.',
  },
  checkDag(design, dag, _parameters, reporter) {
    const { designFailure } = sizingOptions(design);
    for (const { server, load } of loadedServersOf(design, dag, reporter)) {
      const { memoryNeed: need, memoryGB: found, judgedMode: mode } = load;
      load.notStated.memory.forEach((path) => reporter.notStated(path));
      if (need === undefined || found === undefined || found >= need.neededGB) continue;
      reporter.report({
        messageId: need.neededGB > need.minimumGB ? 'little' : 'belowMinimum',
        subject: subject.server(server.value.name),
        path: server.hardware ? `${server.hardware.path}/memoryGB` : server.path,
        data: {
          found,
          needed: need.neededGB,
          failure: mode === designFailure ? 'the design failure' : modeNames[mode],
          copies: counted(load.copies, 'copy', 'copies'),
        },
      });
    }
  },
};
