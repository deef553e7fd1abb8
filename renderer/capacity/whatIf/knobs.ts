import { formatNumber } from '../../numbers/format.ts';
import { engineUnit } from '../../numbers/storage.ts';
import { indexDesign } from '../../../planner/design/index.ts';
import { pointer, type Pointer } from '../../../planner/design/pointer.ts';
import type { Design, MailboxTier } from '../../../planner/design/types.ts';
import { diskCapacitiesGB } from '../../../planner/sizing/index.ts';
import type { WhatIf } from '../../../planner/sizing/whatIf.ts';

export type KnobId = 'mailboxes' | 'messages' | 'quota' | 'disk' | 'cores';

/** One amount that can be tried, in the unit that people think in. */
export interface Amount {
  readonly label: string;
  /** The beginning of the label, for where there is little room. */
  readonly short: string;
  readonly unit: string;
  /** As the design has it; undefined where it is not stated. */
  readonly base: number | undefined;
  /** Where it would be stated. */
  readonly missing: Pointer;
  /** Ends of the slider; a number may be typed beyond them. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The only values at which the slider rests, ascending; undefined where it rests at any step. */
  readonly stops?: readonly number[];
  /** What a value stands for where the design has several. */
  readonly note: string;
}

export interface Knob extends Amount {
  readonly id: KnobId;
}

/** What is tried, by knob; a knob that is left alone has no value. */
export type KnobValues = Readonly<Partial<Record<KnobId, number>>>;

/** The knobs of a design, with ranges that make sense around what it has. */
export function knobsOf(design: Design): readonly Knob[] {
  return [mailboxKnob(design), messageKnob(design), quotaKnob(design), diskKnob(design), coreKnob(design)];
}

/** What to try on the design for values of its knobs. */
export function whatIfOf(knobs: readonly Knob[], values: KnobValues): WhatIf {
  const valueOf = (id: KnobId): number | undefined => values[id];
  const factorOf = (id: KnobId): number | undefined => {
    const base = knobs.find((knob) => knob.id === id)?.base;
    const value = valueOf(id);
    return value === undefined || !base ? undefined : value / base;
  };
  const whatIf: WhatIf = {
    mailboxFactor: factorOf('mailboxes'),
    messageFactor: factorOf('messages'),
    quotaFactor: factorOf('quota'),
    diskGB: valueOf('disk'),
    cores: valueOf('cores'),
  };
  return Object.fromEntries(Object.entries(whatIf).filter(([, value]) => value !== undefined));
}

/** The change in words: "What-if: mailboxes 57,600, quota 5 GB". */
export function trialLabel(knobs: readonly Knob[], values: KnobValues): string {
  const parts = knobs.flatMap(({ id, label, unit }) => {
    const value = values[id];
    return value === undefined ? [] : `${label.toLowerCase()} ${formatNumber(value)}${unit && ` ${unit}`}`;
  });
  return `What-if: ${parts.join(', ')}`;
}

function mailboxKnob(design: Design): Knob {
  const base = positive([...mailboxesByTier(design).values()].reduce((sum, count) => sum + count, 0));
  const step = base === undefined ? 1 : niceStep(base / 100);
  return {
    id: 'mailboxes',
    label: 'Mailboxes',
    short: 'Mailboxes',
    unit: '',
    base,
    missing: pointer('dags', 0, 'databases', 0, 'mailboxes'),
    least: Math.floor((base ?? 0) / 2 / step) * step,
    most: Math.ceil(((base ?? 0) * 2) / step) * step,
    step,
    note: manyTiers(design) ? 'every tier in proportion' : '',
  };
}

function messageKnob(design: Design): Knob {
  const base = meanOf(design, ({ messagesPerDay }) => messagesPerDay);
  return {
    id: 'messages',
    label: 'Messages a day',
    short: 'Messages',
    unit: '',
    base,
    missing: pointer('mailboxTiers', 0, 'messagesPerDay'),
    least: Math.min(10, base ?? 10),
    most: Math.max(500, 2 * (base ?? 0)),
    step: 5,
    note: manyTiers(design) ? 'mean of the tiers' : '',
  };
}

function quotaKnob(design: Design): Knob {
  const meanMB = meanOf(design, ({ quotaMB }) => quotaMB);
  const base = meanMB === undefined ? undefined : meanMB / 1024;
  const step = base === undefined ? 1 : niceStep(base / 40);
  return {
    id: 'quota',
    label: 'Quota',
    short: 'Quota',
    unit: engineUnit('GB'),
    base,
    missing: pointer('mailboxTiers', 0, 'quotaMB'),
    least: step,
    most: Math.ceil(((base ?? 1) * 4) / step) * step,
    step,
    note: manyTiers(design) ? 'mean of the tiers' : '',
  };
}

function diskKnob(design: Design): Knob {
  const sizes = modelsInUse(design).flatMap(({ dataDisk }) => dataDisk?.capacityGB ?? []);
  const base = commonest(sizes);
  const all = [...new Set([...diskCapacitiesGB, ...(base === undefined ? [] : [base])])].toSorted((a, b) => a - b);
  return {
    id: 'disk',
    label: 'Data disk',
    short: 'Data disk',
    unit: 'GB',
    base,
    missing: pointer('hardware', 0, 'dataDisk', 'capacityGB'),
    least: Math.min(...all),
    most: Math.max(...all),
    step: 100,
    stops: all,
    note: new Set(sizes).size > 1 ? 'every model' : '',
  };
}

function coreKnob(design: Design): Knob {
  const cores = modelsInUse(design).flatMap((model) => model.cores ?? []);
  const base = commonest(cores);
  return {
    id: 'cores',
    label: 'Cores',
    short: 'Cores',
    unit: '',
    base,
    missing: pointer('hardware', 0, 'cores'),
    least: 4,
    most: Math.max(64, base ?? 0),
    step: 1,
    note: new Set(cores).size > 1 ? 'every model' : 'a server',
  };
}

function manyTiers({ mailboxTiers = [] }: Design): boolean {
  return mailboxTiers.length > 1;
}

/** The mailboxes of each tier, as the databases hold them. */
function mailboxesByTier(design: Design): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of indexDesign(design).databases.values()) {
    for (const [tier, count = 0] of Object.entries(value.mailboxes ?? {})) {
      counts.set(tier, (counts.get(tier) ?? 0) + count);
    }
  }
  return counts;
}

/** Mean over all mailboxes; undefined where a tier that has some does not state it. */
function meanOf(design: Design, amount: (tier: MailboxTier) => number | undefined): number | undefined {
  let mailboxes = 0;
  let total = 0;
  for (const [name, count] of mailboxesByTier(design)) {
    const stated = amount(indexDesign(design).tiers.get(name)?.value ?? { name });
    if (stated === undefined) return undefined;
    mailboxes += count;
    total += count * stated;
  }
  return positive(mailboxes === 0 ? 0 : total / mailboxes);
}

/** The model of each server. */
function modelsInUse(design: Design) {
  return [...indexDesign(design).servers.values()].flatMap(({ hardware }) => hardware?.value ?? []);
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function positive(value: number): number | undefined {
  return value > 0 ? value : undefined;
}

/** 1, 2 or 5 times a power of ten, not above the value asked for but for rounding. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([5, 2, 1].find((factor) => factor * power <= wanted) ?? 1) * power;
}
