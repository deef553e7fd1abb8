import type { Design, Requirements } from '../design/types.ts';
import { fullBlock } from '../layout/copyOrder.ts';
import { serverLoads } from '../sizing/serverLoads.ts';
import { buildDesign, type Ingredients } from './buildDesign.ts';
import { checkInputs } from './checkInputs.ts';
import { chooseShape, fewestServers, rejectAll, type Chosen, type Holding } from './chooseShape.ts';
import { highestDemand } from './demand.ts';
import { rejectWholeDisks } from './disks.ts';
import { bearing, explain } from './explain.ts';
import { leaveOut, type Fault, type Refusal } from './refusal.ts';
import { smallestRemedy } from './remedy.ts';
import { withDefaults, type CompleteRequirements } from './requirements.ts';
import { databaseCount, exceeds, rejectServers, type Limit, type Rejection, type Shape } from './shape.ts';
import { shapeRules, unsupported } from './unsupported.ts';

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
  { readonly ok: true; readonly design: Design; readonly summary: Summary } | ({ readonly ok: false } & Refusal);

/**
 * A complete PA design from requirements: the fewest servers, then the fewest disks, that hold the design failure. What its ruleset
 * calls unsupported is refused; what only deviates from the PA is built as asked for.
 */
export function constructDesign(requirements: Requirements): Constructed {
  const complete = withDefaults(requirements);
  const inputs = checkInputs(complete);
  if (!inputs.ok) return refuse(requirements, 'input', inputs.fault);
  const { ingredients } = inputs;
  const forbidden = unsupported(buildDesign(ingredients, smallestShape(complete)), shapeRules);
  if (forbidden) return refuse(requirements, 'unsupported', forbidden);
  const chosen = choose(ingredients);
  if (!chosen.ok) return { ok: false, path: '', ...rejected(requirements, chosen.rejection) };
  const design = buildDesign(ingredients, chosen.shape);
  const fault = unsupported(design);
  if (fault) return refuse(requirements, 'unsupported', fault);
  return { ok: true, design, summary: summarize(complete, chosen) };
}

function refuse(requirements: Requirements, limit: Refusal['limit'], { leavesOut, ...fault }: Fault): Constructed {
  const remedied = leavesOut ? leaveOut(requirements, fault.path) : requirements;
  const helps = remedied !== requirements && constructDesign(remedied).ok;
  return { ok: false, limit, ...fault, ...(helps && { remedied }) };
}

function rejected(requirements: Requirements, rejection: Rejection): Omit<Refusal, 'path'> {
  const remedy = smallestRemedy(requirements, mayHold, holds);
  return {
    limit: rejection.limit,
    message: explain(rejection),
    remedy: remedy?.message ?? `No change of one input is enough. ${bearing[rejection.limit]}`,
    ...(remedy && { remedied: remedy.requirements }),
  };
}

/** The smallest shape that requirements allow: what is unsupported in it hangs on no size. */
function smallestShape({ serversPerDatacenter }: CompleteRequirements): Shape {
  return { dags: 1, serversPerDatacenter: serversPerDatacenter ?? fewestServers, volumesPerServer: 1 };
}

function choose(ingredients: Ingredients): Chosen {
  return chooseShape(ingredients, (shape) => rejectWhole(ingredients, shape));
}

/** What rejects a shape once mailboxes are whole: its disks, and of its servers a quick bound or, where that is close, the design. */
function rejectWhole(ingredients: Ingredients, shape: Shape): Rejection | undefined {
  const { requirements, model } = ingredients;
  const onDisks = rejectWholeDisks(shape, requirements, model);
  if (onDisks) return onDisks;
  const atWorst = rejectServers(shape, highestDemand(requirements, databaseCount(shape)), requirements, model);
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

/** Whether the servers of the built design, mailboxes in whole numbers and its real placement, hold what its shape promised. */
function rejectLoads(design: Design, { sizing }: CompleteRequirements): Rejection | undefined {
  for (const { modes, judgedMode, memoryRequiredGB = 0, memoryGB = 0 } of serverLoads(design)) {
    const utilization = modes[judgedMode]?.cpuUtilization ?? 0;
    if (exceeds(utilization, sizing.cpuLimitFraction)) {
      return { limit: 'cpu', needed: utilization, available: sizing.cpuLimitFraction };
    }
    if (exceeds(memoryRequiredGB, memoryGB)) return { limit: 'memory', needed: memoryRequiredGB, available: memoryGB };
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
