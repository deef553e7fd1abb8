import type { Design, Requirements } from '../design/types.ts';
import { fullBlock } from '../layout/copyOrder.ts';
import { serverLoads } from '../sizing/serverLoads.ts';
import { buildDesign, type Ingredients } from './buildDesign.ts';
import { chooseShape, rejectAll, type Chosen, type Holding } from './chooseShape.ts';
import { totalDemand } from './demand.ts';
import { explain } from './explain.ts';
import { smallestRemedy } from './remedy.ts';
import { checkInputs } from './checkInputs.ts';
import { withDefaults, type CompleteRequirements } from './requirements.ts';
import { databaseCount, rejectDisks, rejectServers, type Limit, type Rejection, type Shape } from './shape.ts';

/** What a constructed design amounts to. */
export interface Summary extends Shape {
  readonly servers: number;
  readonly databases: number;
  readonly copiesPerServer: number;
  readonly disks: number;
  /** Whether the copy order is a full block, so that any failure spreads exactly evenly. */
  readonly fullBlock: boolean;
  /** What kept the next smaller number of servers from holding; none where this is the smallest there is. */
  readonly binding: Limit | undefined;
  /** The same as a sentence. */
  readonly bindingText: string | undefined;
}

export type Constructed =
  | { readonly ok: true; readonly design: Design; readonly summary: Summary }
  | {
      readonly ok: false;
      /** What binds; "input" where something is missing or cannot be laid out. */
      readonly limit: Limit | 'input';
      readonly message: string;
      readonly remedy: string;
      /** The requirements with the remedy applied, where it is the change of one input. */
      readonly remedied?: Requirements;
    };

/** A complete PA design from requirements: the fewest servers, then the fewest disks, that hold the design failure. */
export function constructDesign(requirements: Requirements): Constructed {
  const complete = withDefaults(requirements);
  const inputs = checkInputs(complete);
  if (!inputs.ok) return { ok: false, limit: 'input', message: inputs.message, remedy: inputs.remedy };
  const chosen = choose(inputs.ingredients);
  if (chosen.ok) {
    return { ok: true, design: buildDesign(inputs.ingredients, chosen.shape), summary: summarize(complete, chosen) };
  }
  const remedy = smallestRemedy(requirements, mayHold, holds);
  return {
    ok: false,
    limit: chosen.rejection.limit,
    message: explain(chosen.rejection),
    remedy: remedy?.message ?? 'No change of one input is enough.',
    ...(remedy && { remedied: remedy.requirements }),
  };
}

function choose(ingredients: Ingredients): Chosen {
  return chooseShape(ingredients, (shape) => rejectWhole(ingredients, shape));
}

/** What rejects a shape once mailboxes are whole: a quick bound settles most, the design itself the close ones. */
function rejectWhole(ingredients: Ingredients, shape: Shape): Rejection | undefined {
  const { requirements, model } = ingredients;
  const fullest = totalDemand(requirements, databaseCount(shape));
  const atWorst =
    rejectDisks(shape, fullest, requirements, model) ?? rejectServers(shape, fullest, requirements, model);
  return atWorst && rejectLoads(buildDesign(ingredients, shape), requirements);
}

/** Whether requirements have a shape that holds with the mailboxes spread evenly. */
function mayHold(requirements: Requirements): boolean {
  const inputs = checkInputs(withDefaults(requirements));
  return inputs.ok && rejectAll(inputs.ingredients) === undefined;
}

/** Whether requirements make a design. */
function holds(requirements: Requirements): boolean {
  const inputs = checkInputs(withDefaults(requirements));
  return inputs.ok && choose(inputs.ingredients).ok;
}

/** Whether the built design, mailboxes in whole numbers and its real placement, holds what its shape promised. */
function rejectLoads(design: Design, { sizing }: CompleteRequirements): Rejection | undefined {
  for (const { modes, judgedMode, memoryRequiredGB = 0, memoryGB = 0, volumes } of serverLoads(design)) {
    const utilization = modes[judgedMode]?.cpuUtilization ?? 0;
    if (utilization > sizing.cpuLimitFraction) {
      return { limit: 'cpu', needed: utilization, available: sizing.cpuLimitFraction };
    }
    if (memoryRequiredGB > memoryGB) return { limit: 'memory', needed: memoryRequiredGB, available: memoryGB };
    for (const { requiredGB = 0, formattedGB = 0, iops, availableIOPS = 0 } of volumes) {
      if (requiredGB > formattedGB) return { limit: 'volumeSize', needed: requiredGB, available: formattedGB };
      if (iops > availableIOPS && iops > 0) return { limit: 'diskIOPS', needed: iops, available: availableIOPS };
    }
  }
  return undefined;
}

function summarize(requirements: CompleteRequirements, { shape, binding }: Holding): Summary {
  const { copies, sizing, hardware } = requirements;
  const total = copies.highlyAvailable + copies.lagged;
  const { dags, serversPerDatacenter, volumesPerServer } = shape;
  const servers = 2 * serversPerDatacenter * dags;
  const others = (hardware?.systemDisks?.count ?? 2) + sizing.spareVolumesPerServer + (sizing.restoreVolume ? 1 : 0);
  return {
    ...shape,
    servers,
    databases: databaseCount(shape),
    copiesPerServer: volumesPerServer * total,
    disks: servers * (volumesPerServer + others),
    fullBlock: (2 * serversPerDatacenter * volumesPerServer) % fullBlock(serversPerDatacenter, total) === 0,
    binding: binding?.limit,
    bindingText: binding && `With fewer servers: ${explain(binding)}`,
  };
}
