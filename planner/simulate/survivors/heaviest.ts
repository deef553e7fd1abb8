import type { ServerScale } from '../../sizing/serverScale.ts';
import { loadColumns } from './databaseGroups.ts';
import type { Carried } from './orderedPlacement.ts';

// A constant of this module is read faster in the inner loops than one of another.
const columns = loadColumns;

/**
 * The figures of one failure set, in the order of `setFigures`: utilisation, memory and active databases of the server
 * that has the most of each, then the databases without a copy and on a lagged one.
 * @param passive megacycles of each server's copies when all of them are passive
 * @param down 1 for each failed server
 * @param into takes the figures; NaN where one is not known
 */
export function tellHeaviest(
  { active, loads, offline, laggedOnly }: Carried,
  passive: Float64Array,
  scales: readonly ServerScale[],
  down: Uint8Array,
  into: Float64Array,
): void {
  let [cpu, memory, most] = [0, 0, 0];
  for (let server = 0; server < down.length; server++) {
    const scale = scales[server];
    if (down[server] === 1 || !scale) continue;
    const at = server * columns;
    cpu = Math.max(cpu, ((passive[server] ?? NaN) + (loads[at] ?? NaN)) * scale.utilizationPerMegacycle);
    memory = Math.max(memory, scale.memoryGB(loads[at + 1] ?? NaN, loads[at + 2] ?? NaN));
    most = Math.max(most, active[server] ?? 0);
  }
  [into[0], into[1], into[2], into[3], into[4]] = [cpu, memory, most, offline, laggedOnly];
}
