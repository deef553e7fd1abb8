import { exactNumber } from '../numbers/format.ts';
import { figure, figureHead, unknown, wordHead, words, type Cell, type Sheet } from './sheet.ts';
import type { SitePair } from './pairs.ts';
import { clock, partNames, shortRate } from './words.ts';

/** A day of a pair of datacenters: what crosses in each hour by kind, each way; then the peak, what is needed and what gets through. */
export function daySheet({ from, to, directions }: SitePair, rpoHours: number): Sheet {
  const columns = directions.flatMap((load) => {
    const way = `${load.from} → ${load.to}`;
    return [
      ...load.parts
        .filter(({ counted }) => counted)
        .map(({ kind, hourlyMbps }) => ({
          load,
          label: `${way} ${partNames[kind].toLowerCase()}`,
          hourlyMbps,
          isSum: false,
        })),
      { load, label: `${way} together`, hourlyMbps: load.hourlyMbps, isSum: true },
    ];
  });
  const mbps = (value: number | null): Cell =>
    value === null ? unknown('not known') : figure(value, shortRate(value));
  const summary = (label: string, of: (load: (typeof directions)[number]) => number | null): Cell[] => [
    words(label),
    ...columns.map(({ load, isSum }) => (isSum ? mbps(of(load)) : unknown(''))),
  ];
  return {
    caption: `${from} – ${to}, a day, Mbit/s`,
    heads: [wordHead('Hour, UTC'), ...columns.map(({ label }) => figureHead(label))],
    rows: [
      ...Array.from({ length: 24 }, (_, hour) => [
        words(clock(hour)),
        ...columns.map(({ hourlyMbps }) => mbps(hourlyMbps[hour] ?? 0)),
      ]),
      summary('Peak', ({ peakMbps }) => peakMbps),
      summary(`Needed for RPO ${exactNumber(rpoHours)} h`, ({ requiredMbps }) => requiredMbps),
      summary('Bandwidth', ({ bandwidthMbps }) => bandwidthMbps),
      summary('TCP windows let through', ({ windowMbps }) => windowMbps),
    ],
  };
}
