import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachServer } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const spareDisk: Rule<{ minimum: number }> = {
  id: 'spare-disk',
  area: 'servers',
  title: 'Each server has a spare disk for AutoReseed',
  why: 'AutoReseed rebuilds the copies of a failed disk on a spare without anyone coming in.',
  source: cite('preferredArchitecture', 'A4.13'),
  parameters: { minimum: { type: 'number', unit: 'disks', description: 'Fewest spare disks of a server.' } },
  messages: { few: '{found}; the Preferred Architecture asks for {minimum} or more on each server.' },
  check(design, { minimum }, reporter) {
    for (const server of eachServer(design, reporter)) {
      if (stated(server, 'volumes', reporter) === undefined) continue;
      const spares = server.volumes.filter(({ value }) => value.role === 'spare').length;
      if (spares >= minimum) continue;
      const unclear = server.volumes.filter(({ value, copies }) => value.role === undefined && copies.length === 0);
      for (const volume of unclear) reporter.notStated(`${volume.path}/role`);
      if (unclear.length > 0) continue;
      reporter.report({
        messageId: 'few',
        subject: subject.server(server.value.name),
        path: `${server.path}/volumes`,
        data: { found: counted(spares, 'spare disk') },
      });
    }
  },
};
