import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import type { Design, MailboxTier, Replication, Sizing, Transport } from '../design/types.ts';
import { sizingCatalog } from './catalog.ts';

export type SizingOptions = Required<Omit<Sizing, `x-${string}`>>;
export type TransportOptions = Required<Omit<Transport, `x-${string}`>>;
/** A day's profile has no default. */
export type ReplicationOptions = Required<Omit<Replication, `x-${string}` | 'hourlyLogShare'>> &
  Pick<Replication, 'hourlyLogShare'>;
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
const replicationDefaults = schemaDefaults('replication') as ReplicationOptions;
const tierDefaults = schemaDefaults('mailboxTier');

/** How the design is sized: what it states, else the schema's defaults. */
export function sizingOptions(design: Pick<Design, 'sizing'>): SizingOptions {
  return { ...sizingDefaults, ...design.sizing };
}

export function transportOptions(design: Pick<Design, 'transport'>): TransportOptions {
  return { ...transportDefaults, ...design.transport };
}

/** How replication is computed; where the version copies content indexes and no factor is stated, all of that traffic remains. */
export function replicationOptions({
  replication,
  exchange,
}: Pick<Design, 'replication' | 'exchange'>): ReplicationOptions {
  const replicated = sizingCatalog.versions[exchange?.version ?? '2016'].contentIndexReplicated;
  return { ...replicationDefaults, ...(replicated && { contentIndexFactor: 1 }), ...replication };
}

export function tierWithDefaults(tier: MailboxTier): Tier {
  return { ...tierDefaults, ...tier } as Tier;
}
