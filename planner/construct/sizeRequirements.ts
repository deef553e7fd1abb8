import type { Requirements } from '../design/types.ts';
import { sizeDesign, type Sizing } from '../sizing/sizeDesign.ts';
import { constructDesign } from './constructDesign.ts';

/** The figures of the design that the requirements make; where none holds, those of the mailboxes alone. */
export function sizeRequirements(requirements: Requirements): Sizing {
  const constructed = constructDesign(requirements);
  if (constructed.ok) return sizeDesign(constructed.design);
  const { name, mailboxTiers = [], sizing, exchange } = requirements;
  return sizeDesign({
    format: 'dagwright/1',
    name,
    mailboxTiers,
    ...(sizing && { sizing }),
    ...(exchange && { exchange }),
  });
}
