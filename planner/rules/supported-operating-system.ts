import { subject } from '../design/subject.ts';
import type { Rule, TableRow } from './rule.ts';
import { eachServer } from './support/each.ts';
import { cumulativeUpdate, exchangeVersion, updateName } from './support/exchange.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { rowsFor } from './support/table.ts';
import { releaseName } from './support/windows.ts';

export const supportedOperatingSystem: Rule<{ supported: readonly TableRow[] }> = {
  id: 'supported-operating-system',
  area: 'support',
  title: 'Servers run a Windows Server release that their Exchange supports',
  why: 'On other releases Exchange is not supported.',
  source: cite('supportabilityMatrix', 'D3.1, A10.4'),
  parameters: {
    supported: {
      type: 'table',
      description: 'For each `exchange` version the `operatingSystem` it supports, `fromCumulativeUpdate` on.',
    },
  },
  messages: {
    never: '{server} runs {found}, on which Exchange {version} is not supported.',
    later: '{server} runs {found}, on which Exchange {version} is supported from {from}; it has {update}.',
    unknown: 'This ruleset does not say on which releases Exchange {version} is supported.',
  },
  check(design, { supported }, reporter) {
    const version = exchangeVersion(design, reporter);
    const ofVersion = version === undefined ? [] : rowsFor(supported, version);
    if (version !== undefined && ofVersion.length === 0) {
      reporter.report({ messageId: 'unknown', subject: subject.design, path: '/exchange/version', data: { version } });
      return;
    }
    for (const server of eachServer(design, reporter)) {
      const system = stated(server, 'operatingSystem', reporter);
      if (version === undefined || system === undefined) continue;
      const row = ofVersion.find((each) => each['operatingSystem'] === system);
      const from = Number(row?.['fromCumulativeUpdate'] ?? 0);
      const update = from > 0 ? cumulativeUpdate(design, server, reporter) : undefined;
      if (row && (update === undefined || update >= from)) continue;
      reporter.report({
        messageId: row ? 'later' : 'never',
        subject: subject.server(server.value.name),
        path: `${server.path}/operatingSystem`,
        data: {
          server: server.value.name,
          found: releaseName(system),
          version,
          from: updateName(from),
          ...(update !== undefined && { update: updateName(update) }),
        },
      });
    }
  },
};
