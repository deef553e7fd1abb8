import type { Database, Design, Hardware, MailboxTier, Server, Sizing } from '../../planner/design/types.ts';
import { copyOrder } from '../../planner/layout/copyOrder.ts';
import { volumeOrder } from '../../planner/layout/volumeOrder.ts';

/** What the calculator was given, and the number of databases it arrived at. */
export interface CalculatorInputs {
  readonly version?: '2013' | '2016';
  readonly tiers: readonly MailboxTier[];
  readonly dags: number;
  readonly serversPerDatacenter: number;
  readonly databasesPerDag: number;
  readonly hardware?: Partial<Hardware>;
  readonly sizing?: Sizing;
  readonly safetyNetHoldDays?: number;
  readonly replayLagHours?: number;
}

/** A design as the calculator sees it: every database holds the same share of each tier, fractions included. */
export function calculatorDesign(inputs: CalculatorInputs): Design {
  const { dags, serversPerDatacenter: n, databasesPerDag, tiers } = inputs;
  const rows = copyOrder(n, databasesPerDag);
  const volumes = volumeOrder(rows);
  const name = (dag: number, datacenter: number, server: number): string => `${dag}-${datacenter}-${server}`;
  const mailboxes = Object.fromEntries(
    tiers.map((tier) => [
      tier.name,
      ((tier.mailboxes ?? 0) * (1 + (tier.growthFraction ?? 0))) / dags / databasesPerDag,
    ]),
  );
  return {
    format: 'dagwright/1',
    name: 'Calculator',
    exchange: { version: inputs.version ?? '2013' },
    sizing: { restoreVolume: true, ...inputs.sizing },
    transport: { safetyNetHoldDays: inputs.safetyNetHoldDays ?? 7, queueExpirationDays: 2 },
    datacenters: [{ name: 'A' }, { name: 'B' }],
    hardware: [
      {
        name: 'Server',
        cores: 16,
        memoryGB: 96,
        physical: true,
        dataDisk: { capacityGB: 4000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
        ...inputs.hardware,
      },
    ],
    mailboxTiers: [...tiers],
    dags: Array.from({ length: dags }, (_, d) => ({
      name: `DAG${d}`,
      servers: [0, 1].flatMap((datacenter) =>
        Array.from({ length: n }, (_, s): Server => ({
          name: name(d, datacenter, s),
          datacenter: datacenter === 0 ? 'A' : 'B',
          hardware: 'Server',
          volumes: [
            ...Array.from({ length: databasesPerDag / n / 2 }, (_, v) => ({ name: `V${v}`, role: 'data' as const })),
            { name: 'R', role: 'restore' as const },
          ],
        })),
      ),
      databases: rows.map((row, i): Database => ({
        name: `DB${d}-${String(i).padStart(3, '0')}`,
        mailboxes,
        copies: row.map(({ datacenter, server }, p) => ({
          server: name(d, datacenter, server),
          volume: `V${volumes[i]?.[p] ?? 0}`,
          activationPreference: p + 1,
          replayLagHours: p === 3 ? (inputs.replayLagHours ?? 168) : 0,
          truncationLagHours: 0,
        })),
      })),
    })),
  };
}
