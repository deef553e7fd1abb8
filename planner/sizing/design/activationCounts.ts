import type { Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { failureModes, type FailureMode } from '../../simulate/failover/failureModes.ts';
import { highlyAvailableAtHome } from '../requirements/copies.ts';
import { homeDatabases } from '../requirements/copyCounts.ts';
import { databasesPerDag } from '../requirements/databaseCount.ts';
import type { Site } from '../requirements/plan.ts';
import { roundUp } from '../rounding.ts';
import { reason, siteOf } from './closedFormula.ts';
import { sheetOf, type ServerFailure } from './sheet.ts';

/** The most databases that a server of a DAG carries in any failure of a mode: by its layout, and by the closed formula. */
export interface ActivationCount {
  readonly dag: string;
  readonly mode: FailureMode;
  /** The server that carries most, in the failure that gives it most. */
  readonly server: string;
  readonly failed: readonly Subject[];
  readonly layout: number;
  /** What the averaging formula of facts A10 gives for the shape of the DAG; null for a shape that it does not know. */
  readonly formula: number | null;
  /** Why the two differ, where they do. */
  readonly why: string | null;
}

/** By DAG and mode of failure; a mode that leaves no server up is left out. */
export function activationCounts(design: Design): readonly ActivationCount[] {
  return sheetOf(design).dags.flatMap(({ dag, servers }) =>
    failureModes.flatMap((mode): ActivationCount[] => {
      const failures = servers.flatMap(({ modes }) => modes.find((failure) => failure.mode === mode) ?? []);
      const worst = failures.reduce<ServerFailure | undefined>(
        (most, failure) => (failure.load.activeDatabases > (most?.load.activeDatabases ?? -1) ? failure : most),
        undefined,
      );
      if (!worst) return [];
      return [
        {
          dag: dag.name,
          mode,
          server: worst.server.placed.value.name,
          failed: worst.load.activeFailed,
          layout: worst.load.activeDatabases,
          ...againstFormula(worst),
        },
      ];
    }),
  );
}

function againstFormula({ server, mode, load }: ServerFailure): Pick<ActivationCount, 'formula' | 'why'> {
  const site = siteOf(server);
  const averaged = site && averagedActive(site, mode);
  if (averaged === undefined) return { formula: null, why: null };
  const { activeDatabases: found } = load;
  const isSame = Math.abs(averaged - found) < 1e-9;
  return {
    formula: averaged,
    why: isSame ? null : reason(server.placed.value.maximumActiveDatabases, mode, averaged, found),
  };
}

/** Facts A10, active per server: for databases that are active in both datacenters and have two copies to go to at home. */
function averagedActive(site: Site, mode: FailureMode): number | undefined {
  const { plan } = site;
  const [home, all, servers] = [homeDatabases(site).value, databasesPerDag(plan).value, plan.servers.value];
  if (!plan.activeInBoth || highlyAvailableAtHome(plan).value < 2 || servers < 2) return undefined;
  const normal = home / servers;
  const afterOne = roundUp(normal + normal / (servers - 1));
  switch (mode) {
    case 'normal':
      return normal;
    case 'oneServer':
      return afterOne;
    case 'twoServers':
      return servers < 3 ? undefined : roundUp((home - 2 * roundUp(normal / (servers - 1))) / (servers - 2));
    case 'datacenter':
      return roundUp(all / servers);
    case 'datacenterAndOneServer':
      return 2 * afterOne;
  }
}
