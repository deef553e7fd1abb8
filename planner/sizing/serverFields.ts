import { indexDesign, type PlacedServer } from '../design/index.ts';
import { perDag } from '../design/perDag.ts';
import type { Pointer } from '../design/pointer.ts';
import type { Design } from '../design/types.ts';
import { databaseLoadsIn } from './databaseLoads.ts';
import { sizingOptions } from './options.ts';

/** Fields that the CPU and the memory need of a server depend on and the design does not state. */
export interface MissingFields {
  readonly cpu: readonly Pointer[];
  readonly memoryNeed: readonly Pointer[];
}

/** What of a server's load cannot be known, field by field. @param members all servers of its DAG */
export function missingFields(design: Design, server: PlacedServer, members: readonly PlacedServer[]): MissingFields {
  const shared = [...versionField(design), ...databaseFields(design, server), ...siteFields(design, members)];
  const { hardware } = server;
  if (hardware === undefined) {
    const all = [...shared, `${server.path}/hardware`];
    return { cpu: all, memoryNeed: all };
  }
  const missing = (field: 'cores' | 'physical'): Pointer[] =>
    hardware.value[field] === undefined ? [`${hardware.path}/${field}`] : [];
  const processors = [...missing('cores'), ...missing('physical')];
  // Without a SPECint figure, client access counts a fixed share of the cores, which no hypervisor changes.
  const clientAccess = hardware.value.specIntRate2006 === undefined ? missing('cores') : processors;
  return { cpu: [...shared, ...processors], memoryNeed: [...shared, ...clientAccess] };
}

function versionField({ exchange }: Design): Pointer[] {
  if (exchange === undefined) return ['/exchange'];
  return exchange.version === undefined ? ['/exchange/version'] : [];
}

/** What its databases hold, and which copy of them is active in a failure. */
function databaseFields(design: Design, { copies, dag }: PlacedServer): Pointer[] {
  const missing = incompleteDatabases(design, dag);
  if (missing.size === 0) return [];
  const names = new Set(copies.map(({ database }) => database.name));
  return [...names].flatMap((name) => missing.get(name) ?? []);
}

/** The databases of a DAG that do not state everything, by name. */
const incompleteDatabases = perDag((design, dag): ReadonlyMap<string, readonly Pointer[]> => {
  const { notStated } = databaseLoadsIn(design, dag);
  const found = new Map<string, readonly Pointer[]>();
  for (const { value, copies } of indexDesign(design).dags.get(dag.name)?.databases ?? []) {
    const order = copies.length < 2 ? [] : (['activationPreference', 'replayLagHours'] as const);
    const missing = [...(notStated.get(value.name) ?? [])];
    for (const copy of copies)
      for (const field of order) if (copy.value[field] === undefined) missing.push(`${copy.path}/${field}`);
    if (missing.length > 0) found.set(value.name, missing);
  }
  return found;
});

/** Where the members stand, unless the design failure is that of one server. */
function siteFields(design: Design, members: readonly PlacedServer[]): Pointer[] {
  if (sizingOptions(design).designFailure === 'oneServer') return [];
  return members.filter(({ value }) => value.datacenter === undefined).map(({ path }) => `${path}/datacenter`);
}
