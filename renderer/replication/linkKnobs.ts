import { formatNumber } from '../numbers/format.ts';
import type { Edit } from '../../planner/design/edit.ts';
import { pointer } from '../../planner/design/pointer.ts';
import { subject, type Subject } from '../../planner/design/subject.ts';
import type { Design, Link } from '../../planner/design/types.ts';
import type { Amount } from '../capacity/whatIf/knobs.ts';

/** The properties of a link that can be tried. */
export type LinkKnobId = 'bandwidthMbps' | 'roundTripMs';

/** What is tried of a link; a knob that is left alone has no value. */
export type LinkValues = Readonly<Partial<Record<LinkKnobId, number>>>;

export interface LinkKnob extends Amount {
  readonly id: LinkKnobId;
}

/** What each decade of the bandwidth slider rests at: a few per cent apart, so that a small link is tried as finely as a large one. */
const steps = [10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95];
/** 1 Mbit/s to 100 Gbit/s. */
const bandwidths = [
  ...[0.1, 1, 10, 100, 1000].flatMap((decade) => steps.map((step) => Math.round(step * decade * 10) / 10)),
  100_000,
];
/** Beyond any round trip that Exchange supports within a DAG, 500 ms (facts A3.2). */
const longestRoundTripMs = 600;

/** What can be tried of the link at a place of the list. */
export function linkKnobs({ bandwidthMbps, roundTripMs }: Link, at: number): readonly LinkKnob[] {
  const stops =
    bandwidthMbps === undefined ? bandwidths : [...new Set([...bandwidths, bandwidthMbps])].toSorted((a, b) => a - b);
  return [
    {
      id: 'bandwidthMbps',
      label: 'Bandwidth',
      short: 'Bandwidth',
      unit: 'Mbit/s',
      base: bandwidthMbps,
      missing: pointer('links', at, 'bandwidthMbps'),
      least: stops[0] ?? 0,
      most: stops.at(-1) ?? 0,
      step: 1,
      stops,
      note: 'each way',
    },
    {
      id: 'roundTripMs',
      label: 'Latency',
      short: 'Latency',
      unit: 'ms',
      base: roundTripMs,
      missing: pointer('links', at, 'roundTripMs'),
      least: 0,
      most: Math.max(longestRoundTripMs, roundTripMs ?? 0),
      step: 1,
      note: 'there and back',
    },
  ];
}

/** A link as the view's state calls it. */
export const subjectOf = ({ from, to }: Pick<Link, 'from' | 'to'>): Subject => subject.link(from, to);

/** What is tried, as edits of the links that the design still has. */
export function triedEdits(design: Design, tried: Readonly<Record<Subject, LinkValues>>): readonly Edit[] {
  return (design.links ?? []).flatMap((link, at) =>
    Object.entries(tried[subjectOf(link)] ?? {}).map(([id, value]): Edit => ({
      op: 'set',
      path: pointer('links', at, id),
      value,
    })),
  );
}

/** The change in words: "What-if: bandwidth of East–West 80 Mbit/s, latency 60 ms". */
export function triedLabel(design: Design, tried: Readonly<Record<Subject, LinkValues>>): string {
  const parts = (design.links ?? []).flatMap((link, at) => {
    const values = tried[subjectOf(link)] ?? {};
    const changes = linkKnobs(link, at).flatMap(({ id, label, unit }) => {
      const value = values[id];
      return value === undefined ? [] : `${label.toLowerCase()} ${formatNumber(value)} ${unit}`;
    });
    return changes.length > 0 ? `${link.from}–${link.to} ${changes.join(', ')}` : [];
  });
  return `What-if: ${parts.join('; ')}`;
}
