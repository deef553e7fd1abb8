import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import requirementsSchema from '../../schemas/requirements.schema.json' with { type: 'json' };
import type { Exchange, Replication, Requirements } from '../design/types.ts';
import type { SizingOptions, Tier, TransportOptions } from '../sizing/options.ts';
import { versionOf } from './platform.ts';

type Filled<T> = { readonly [K in keyof T]-?: Exclude<T[K], undefined> };

type Copies = NonNullable<Requirements['copies']>;

/** Requirements in which every option that has a default is stated. */
export interface CompleteRequirements extends Omit<Requirements, 'sizing' | 'mailboxTiers' | 'naming'> {
  readonly ruleset: NonNullable<Requirements['ruleset']>;
  readonly mailboxTiers: readonly Tier[];
  readonly serversPerDatacenter: number | null;
  readonly dags: number | null;
  readonly copies: Filled<Pick<Copies, 'highlyAvailable' | 'lagged'>> & Copies;
  readonly replayLagHours: number;
  readonly truncationLagHours: number;
  readonly replayLagManagerEnabled: boolean;
  readonly sizing: SizingOptions;
  readonly replication: Replication;
  readonly transport: TransportOptions;
  readonly exchange: Exchange & { readonly version: NonNullable<Exchange['version']> };
  readonly clients: Filled<NonNullable<Requirements['clients']>>;
  readonly naming: { readonly server: string; readonly database: string; readonly dag: string };
}

/** The part of a JSON Schema that defaults are read from. */
interface SchemaNode {
  readonly $ref?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

const definitions = designSchema.$defs as Readonly<Record<string, SchemaNode>>;

/**
 * Fills in every default that the schemas state, where they stand once; what has none stays as it is. Safety Net holds messages for the
 * replay lag where that is longer than its default (facts A7.8).
 */
export function withDefaults(requirements: Requirements): CompleteRequirements {
  const version = versionOf(requirements.ruleset ?? requirementsSchema.properties.ruleset.default);
  const exchange = { ...(version && { version }), ...requirements.exchange };
  const filled = fill(requirementsSchema as SchemaNode, { mailboxTiers: [], ...requirements, exchange });
  const complete = filled as CompleteRequirements;
  if (requirements.transport?.safetyNetHoldDays !== undefined || complete.copies.lagged === 0) return complete;
  const { transport, replayLagHours } = complete;
  const safetyNetHoldDays = Math.max(transport.safetyNetHoldDays, Math.ceil(replayLagHours / 24));
  return { ...complete, transport: { ...transport, safetyNetHoldDays } };
}

function fill(node: SchemaNode, value: unknown): unknown {
  const { properties, items } = resolve(node);
  if (items && Array.isArray(value)) return value.map((item) => fill(items, item));
  if (!properties || (value !== undefined && !isRecord(value))) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(properties)) {
    const stated = filled[name] === undefined ? (property.default ?? resolve(property).default) : filled[name];
    const complete = fill(property, stated);
    if (complete !== undefined) filled[name] = complete;
  }
  return value === undefined && Object.keys(filled).length === 0 ? undefined : filled;
}

function resolve(node: SchemaNode): SchemaNode {
  const name = node.$ref?.split('/').at(-1);
  return (name !== undefined && definitions[name]) || node;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
