import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import type { Design, MailboxTier, Sizing, Transport } from '../design/types.ts';

export type SizingOptions = Required<Omit<Sizing, `x-${string}`>>;
export type TransportOptions = Required<Omit<Transport, `x-${string}`>>;
/** Fields of a tier that have no default. */
type Open = 'messagesPerDay' | 'quotaMB' | 'mailboxes' | 'initialMailboxMB' | 'measuredIOPS' | 'measuredReadFraction';
/** A tier with every field that has a default; what a mailbox does and how large it may grow stays not stated. */
export type Tier = MailboxTier & Required<Omit<MailboxTier, Open>>;

type Definition = keyof typeof designSchema.$defs;

/** The defaults of one definition of the design's schema, where they stand once. */
function schemaDefaults(definition: Definition): Record<string, unknown> {
  const { properties = {} } = designSchema.$defs[definition] as { properties?: Record<string, { default?: unknown }> };
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => ('default' in property ? [[name, property.default]] : [])),
  );
}

const sizingDefaults = schemaDefaults('sizing') as SizingOptions;
const transportDefaults = schemaDefaults('transport') as TransportOptions;
const tierDefaults = schemaDefaults('mailboxTier');

/** How the design is sized: what it states, else the schema's defaults. */
export function sizingOptions(design: Pick<Design, 'sizing'>): SizingOptions {
  return { ...sizingDefaults, ...design.sizing };
}

export function transportOptions(design: Pick<Design, 'transport'>): TransportOptions {
  return { ...transportDefaults, ...design.transport };
}

export function tierWithDefaults(tier: MailboxTier): Tier {
  return { ...tierDefaults, ...tier } as Tier;
}
