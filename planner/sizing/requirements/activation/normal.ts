import { figure, formula } from '../../formula.ts';
import { calculator } from '../../source.ts';
import { homeDatabases } from '../copyCounts.ts';
import type { Failure, Site } from '../plan.ts';

const onServer = figure('activeDatabases', ({ site }: Failure) =>
  formula({
    unit: 'databases',
    words: 'databases ÷ servers',
    of: { databases: homeDatabases(site), servers: site.plan.servers },
    value: ({ databases, servers }) => databases / servers,
    source: calculator('A10'),
  }),
);

/** Databases active on a server when nothing has failed. */
export function activeNormally(site: Site): ReturnType<typeof onServer> {
  return onServer(site.in('normal'));
}
