import { subject, type Subject } from '../../design/subject.ts';
import { activate } from './activate.ts';
import type { CopyTable } from './copyTable.ts';

/** The failures that sizing looks at, from none to a datacenter and one more server of the other. */
export const failureModes = ['normal', 'oneServer', 'twoServers', 'datacenter', 'datacenterAndOneServer'] as const;
export type FailureMode = (typeof failureModes)[number];

/** One failure of a mode, with the outcome. */
export interface FailureOutcome {
  readonly failed: readonly Subject[];
  readonly serverDown: Uint8Array;
  /** Per database the index of the active candidate, or -1. */
  readonly chosen: Int32Array;
  /** Active databases per server. */
  readonly active: Int32Array;
}

const played = new WeakMap<CopyTable, Map<FailureMode, readonly FailureOutcome[]>>();

/** Every failure of a mode in one DAG: all servers, all pairs of servers of one datacenter, and so on. Played once per table. */
export function failureOutcomes(table: CopyTable, mode: FailureMode): readonly FailureOutcome[] {
  let modes = played.get(table);
  if (!modes) played.set(table, (modes = new Map<FailureMode, readonly FailureOutcome[]>()));
  let outcomes = modes.get(mode);
  if (!outcomes) modes.set(mode, (outcomes = failures(table, mode).map((failure) => play(table, failure))));
  return outcomes;
}

function play(table: CopyTable, { failed, down }: Failure): FailureOutcome {
  const serverDown = new Uint8Array(table.servers.length);
  const chosen = new Int32Array(table.databases.length);
  const active = new Int32Array(table.servers.length);
  for (const server of down) serverDown[server] = 1;
  activate(table, { serverDown }, chosen, active);
  return { failed, serverDown, chosen, active };
}

/** The most databases that each server of a DAG carries in any failure of a mode that leaves it up. */
export function worstActive(table: CopyTable, mode: FailureMode): Int32Array {
  const worst = new Int32Array(table.servers.length);
  for (const { active } of failureOutcomes(table, mode))
    for (let s = 0; s < worst.length; s++) worst[s] = Math.max(worst[s] ?? 0, active[s] ?? 0);
  return worst;
}

interface Failure {
  readonly failed: readonly Subject[];
  readonly down: readonly number[];
}

function failures(table: CopyTable, mode: FailureMode): Failure[] {
  const servers = table.servers.map(({ value }, s) => ({ s, name: value.name, datacenter: value.datacenter }));
  const datacenters = [...new Set(servers.flatMap(({ datacenter }) => datacenter ?? []))];
  const membersOf = (name: string) => servers.filter(({ datacenter }) => datacenter === name).map(({ s }) => s);
  switch (mode) {
    case 'normal':
      return [{ failed: [], down: [] }];
    case 'oneServer':
      return servers.map(({ s, name }) => ({ failed: [subject.server(name)], down: [s] }));
    case 'twoServers':
      return servers.flatMap((a, i) =>
        servers
          .slice(i + 1)
          .filter((b) => b.datacenter === a.datacenter)
          .map((b) => ({ failed: [subject.server(a.name), subject.server(b.name)], down: [a.s, b.s] })),
      );
    case 'datacenter':
      return datacenters.map((name) => ({ failed: [subject.datacenter(name)], down: membersOf(name) }));
    case 'datacenterAndOneServer':
      return datacenters.flatMap((name) =>
        servers
          .filter(({ datacenter }) => datacenter !== undefined && datacenter !== name)
          .map((more) => ({
            failed: [subject.datacenter(name), subject.server(more.name)],
            down: [...membersOf(name), more.s],
          })),
      );
  }
}
