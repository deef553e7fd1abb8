import { formatNumber, formatPercent } from '../numbers/format.ts';
import type { LinkLoad, PartKind } from '../../planner/simulate/replication/index.ts';

export const partNames: Readonly<Record<PartKind, string>> = {
  logs: 'Logs',
  contentIndex: 'Content index',
  transport: 'Shadow copies',
  clients: 'Proxied clients',
};

/** A rate as people write it: "99.7 Mbit/s". */
export function rate(mbps: number): string {
  return `${shortRate(mbps)} Mbit/s`;
}

export function shortRate(mbps: number): string {
  return formatNumber(mbps >= 10 ? Math.round(mbps * 10) / 10 : Number(mbps.toPrecision(2)));
}

export function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "09:00–10:00 UTC". */
export function hourSpan(hour: number): string {
  return `${clock(hour)}–${clock(hour + 1)} UTC`;
}

/** What crosses in an hour, of what gets through: "187.5 of 150 Mbit/s, 125 %". */
export function loadText({ hourlyMbps, availableMbps }: LinkLoad, hour: number): string {
  const mbps = hourlyMbps[hour] ?? 0;
  if (availableMbps === null) return rate(mbps);
  if (availableMbps === 0) return `${rate(mbps)}, and nothing gets through`;
  return `${shortRate(mbps)} of ${rate(availableMbps)}, ${formatPercent(mbps / availableMbps)}`;
}

/** The parts of an hour's load: "Logs 68.4, content index 31.3". */
export function partsText({ parts }: LinkLoad, hour: number): string {
  const named = parts
    .filter(({ counted }) => counted)
    .map(({ kind, hourlyMbps }) => `${partNames[kind].toLowerCase()} ${shortRate(hourlyMbps[hour] ?? 0)}`)
    .join(', ');
  return named.charAt(0).toUpperCase() + named.slice(1);
}

/** Hours, or days where there are many, as the command writes them: "1.19 h", "8.5 days". */
export function duration(hours: number): string {
  return hours > 72 ? `${formatNumber(hours / 24)} days` : `${formatNumber(hours)} h`;
}

/** A moment after the start: "0:15 h", "36 h", "12 d". */
export function moment(hours: number, asDays = hours > 72): string {
  if (asDays) return `${formatNumber(hours / 24)} d`;
  if (Number.isInteger(hours)) return `${formatNumber(hours)} h`;
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

/** An amount as a chart writes it: three digits, and thousands in full. */
export function amount(gigabytes: number): string {
  return formatNumber(gigabytes >= 1000 ? Math.round(gigabytes) : Number(gigabytes.toPrecision(3)));
}
