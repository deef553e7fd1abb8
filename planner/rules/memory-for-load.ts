import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachLoadedServer } from './support/loads.ts';
import { cite } from './support/sources.ts';

export const memoryForLoad: Rule = {
  id: 'memory-for-load',
  area: 'servers',
  title: 'Servers have the memory that the design failure needs',
  why: 'A quarter of the memory caches the active databases; too little turns into disk reads when a server takes over others.',
  source: cite('calculator', 'sizing A4', 'derived'),
  parameters: {},
  messages: { little: '{found} GB of memory; the design failure needs {needed} GB.' },
  check(design, _parameters, reporter) {
    for (const { server, load } of eachLoadedServer(design, reporter)) {
      const { memoryRequiredGB: needed, memoryGB: found } = load;
      if (needed === undefined || found === undefined) {
        load.notStated.forEach((path) => reporter.notStated(path));
      } else if (found < needed) {
        reporter.report({
          messageId: 'little',
          subject: subject.server(server.value.name),
          path: server.hardware ? `${server.hardware.path}/memoryGB` : server.path,
          data: { found, needed },
        });
      }
    }
  },
};
