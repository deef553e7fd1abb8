import type { Problem } from '../design/problem.ts';
import type { Requirements } from '../design/types.ts';
import { sizePlan, type Choice } from '../sizing/requirements/index.ts';
import type { Figure } from '../sizing/figure.ts';
import { constructDesign } from './constructDesign.ts';
import type { Refusal } from './refusal.ts';
import { withDefaults } from './requirements.ts';

/** Figures of requirements, or everything in which they contradict themselves. */
export type RequirementsSizing =
  | {
      readonly ok: true;
      readonly figures: readonly Figure[];
      /** Why nothing was chosen for what they leave open, so that the figures that need it are left out. */
      readonly refusal?: Refusal;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The figures of requirements by closed formulas. The servers, DAGs and databases that they leave open are those of the design that they
 * make; where they make none, only what they state counts.
 */
export function sizeRequirements(requirements: Requirements): RequirementsSizing {
  const { version } = withDefaults(requirements).exchange;
  const constructed = requirements.calculatorParity ? undefined : constructDesign(requirements);
  const sized = sizePlan(requirements, { version, ...(constructed?.ok && chosen(constructed.summary)) });
  if (!sized.ok || !constructed || constructed.ok || isComplete(requirements)) return sized;
  return { ...sized, refusal: constructed };
}

function chosen({ dags, serversPerDatacenter, databases }: Required<Omit<Choice, 'version'>>): Omit<Choice, 'version'> {
  return { dags, serversPerDatacenter, databases: databases / dags };
}

/** Whether servers and DAGs are stated, so that nothing has to be chosen. */
function isComplete({ serversPerDatacenter, dags }: Requirements): boolean {
  return typeof serversPerDatacenter === 'number' && typeof dags === 'number';
}
