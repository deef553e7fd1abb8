import { indexDesign } from '../../design/index.ts';
import { pointer, type Pointer } from '../../design/pointer.ts';
import type { Design, MailboxTier } from '../../design/types.ts';
import { whereStated } from '../present.ts';
import { tierContext } from '../tier/context.ts';
import { mailboxGrowthPerWeek, mailboxGrowthPerYear, monthsToFull } from '../tier/growth.ts';
import { tierScope } from '../tier/scope.ts';

/** How the mailboxes of a tier fill. */
export interface TierGrowth {
  readonly tier: string;
  /** MB a week and GB a year; absent where the messages a day are not stated. */
  readonly perWeekMB?: number;
  readonly perYearGB?: number;
  readonly initialMB?: number;
  readonly quotaMB?: number;
  /** Until a mailbox of its initial size is full; absent where that is not known or mailboxes do not grow. */
  readonly months?: number;
  /** Fields that it needs and the design does not state. */
  readonly notStated: readonly Pointer[];
}

/** The growth of every tier of a design, in file order (facts A5). */
export function tierGrowth(design: Design): TierGrowth[] {
  const context = tierContext(design);
  return [...indexDesign(design).tiers.values()].map((tier) => {
    const scope = tierScope(tier, context);
    const { initialMailboxMB, quotaMB } = tier.value;
    return {
      tier: tier.value.name,
      perWeekMB: whereStated(mailboxGrowthPerWeek, scope)?.value,
      perYearGB: whereStated(mailboxGrowthPerYear, scope)?.value,
      initialMB: initialMailboxMB,
      quotaMB,
      months: whereStated(monthsToFull, scope)?.value,
      notStated: needed.filter((key) => tier.value[key] === undefined).map((key) => tier.path + pointer(key)),
    };
  });
}

const needed = ['messagesPerDay', 'quotaMB', 'initialMailboxMB'] as const satisfies readonly (keyof MailboxTier)[];
