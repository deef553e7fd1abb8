import { highlyAvailableAway, laggedAway } from '../copies.ts';
import type { Plan } from '../plan.ts';

/** Copies in the other datacenter that may take load: a lagged one where it plays down, which takes three highly available ones (facts C2). */
export function usableAway(plan: Plan): number {
  const playsDown = plan.root.get('replayLagManagerEnabled').value && plan.copies.get('highlyAvailable').value >= 3;
  return highlyAvailableAway(plan).value + (playsDown ? laggedAway(plan).value : 0);
}
