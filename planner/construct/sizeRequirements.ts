import type { Requirements } from '../design/types.ts';
import { sizeDesign, type Sizing } from '../sizing/sizeDesign.ts';
import { constructDesign } from './constructDesign.ts';
import type { Refusal } from './refusal.ts';

/** Figures of requirements; with the reason where no design holds them. */
export type RequirementsSizing = Sizing & { readonly refusal?: Refusal };

/** The figures of the design that the requirements make; where none holds, those of the mailboxes alone. */
export function sizeRequirements(requirements: Requirements): RequirementsSizing {
  const constructed = constructDesign(requirements);
  if (constructed.ok) return sizeDesign(constructed.design);
  const { name, mailboxTiers = [], sizing, exchange } = requirements;
  const { figures } = sizeDesign({
    format: 'dagwright/1',
    name,
    mailboxTiers,
    ...(sizing && { sizing }),
    ...(exchange && { exchange }),
  });
  return { figures, refusal: constructed };
}
