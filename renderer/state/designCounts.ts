import type { Design } from '../../planner/design/types.ts';

export interface DesignCounts {
  readonly dags: number;
  readonly servers: number;
  readonly databases: number;
  readonly copies: number;
  /** System disks and volumes. */
  readonly disks: number;
  /** Undefined where no tier states any. */
  readonly mailboxes: number | undefined;
}

/** How much of everything a design has. */
export function designCounts({ dags = [], hardware = [], mailboxTiers = [] }: Design): DesignCounts {
  const servers = dags.flatMap((dag) => dag.servers ?? []);
  const databases = dags.flatMap((dag) => dag.databases ?? []);
  const systemDisks = new Map(hardware.map(({ name, systemDisks: disks }) => [name, disks?.count ?? 0]));
  const stated = mailboxTiers.flatMap(({ mailboxes }) => mailboxes ?? []);
  return {
    dags: dags.length,
    servers: servers.length,
    databases: databases.length,
    copies: sum(databases.map(({ copies }) => copies?.length ?? 0)),
    disks: sum(
      servers.map(({ volumes, hardware: model }) => (volumes?.length ?? 0) + (systemDisks.get(model ?? '') ?? 0)),
    ),
    mailboxes: stated.length > 0 ? sum(stated) : undefined,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
