import type { Placed } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { MailboxTier, Sizing } from '../../design/types.ts';
import type { ExchangeVersion } from '../catalog.ts';
import { definition, Fields } from '../fields.ts';
import type { Quantity } from '../figure.ts';
import type { Scope } from '../formula.ts';
import type { MailboxProfile } from '../mailbox.ts';

/** What decides the cost of a mailbox beside its tier. */
export interface TierContext {
  readonly sizing: Fields<Sizing>;
  /** @throws NotStated */
  readonly version: () => Quantity<ExchangeVersion>;
  /** Whether client access runs on the mailbox servers. */
  readonly multiRole: boolean;
  /** Whether databases have several copies. */
  readonly replicated: boolean;
}

/** A mailbox tier whose figures are asked for. */
export interface TierScope extends Scope {
  readonly name: string;
  readonly fields: Fields<MailboxTier>;
  readonly context: TierContext;
}

export function tierScope({ value, path }: Placed<MailboxTier>, context: TierContext): TierScope {
  return {
    subject: subject.tier(value.name),
    name: value.name,
    fields: new Fields(definition('mailboxTier'), path, value),
    context,
  };
}

/** What the size of a mailbox of the tier depends on. @throws NotStated */
export function profileOf({ fields }: TierScope): MailboxProfile {
  return {
    messagesPerDay: fields.get('messagesPerDay').value,
    averageMessageKB: fields.get('averageMessageKB').value,
    quotaMB: fields.get('quotaMB').value,
    archiveQuotaMB: fields.get('archiveQuotaMB').value,
    deletedItemRetentionDays: fields.get('deletedItemRetentionDays').value,
    singleItemRecovery: fields.get('singleItemRecovery').value,
    calendarVersioning: fields.get('calendarVersioning').value,
  };
}
