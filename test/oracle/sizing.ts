/** The published arithmetic (sizing facts A1 to A7) written a second time, apart from the planner, to judge it. */
export interface OracleTier {
  readonly mailboxes: number;
  readonly messagesPerDay: number;
  readonly averageMessageKB: number;
  readonly quotaMB: number;
  readonly archiveQuotaMB: number;
  readonly deletedItemRetentionDays: number;
  readonly singleItemRecovery: boolean;
  readonly calendarVersioning: boolean;
  readonly iopsMultiplier: number;
  readonly megacycleMultiplier: number;
  readonly multiplierShare: number;
}

export interface OracleOptions {
  readonly overhead: number;
  readonly free: number;
  readonly ioOverhead: number;
  readonly moves: number;
  readonly tolerance: number;
  readonly lagDays: number;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export function mailboxMB(tier: OracleTier): number {
  const day = (tier.messagesPerDay * tier.averageMessageKB) / 1024;
  const store = (quota: number): number => {
    let recoverable = day * tier.deletedItemRetentionDays;
    if (tier.singleItemRecovery) recoverable += 0.012 * quota;
    if (tier.calendarVersioning) recoverable += 0.03 * quota;
    return quota + day + (recoverable > 30720 ? 30720 : recoverable);
  };
  const total = store(tier.quotaMB) + (tier.archiveQuotaMB === 0 ? 0 : store(tier.archiveQuotaMB));
  return Math.ceil(round(total));
}

/** What one database of the given mailboxes costs; a volume holds four such, and no restore volume exists. */
export function databaseCosts(
  tiers: readonly OracleTier[],
  options: OracleOptions,
): Record<'sizeGB' | 'logsGB' | 'iops' | 'volumeGB' | 'active' | 'passive', number> {
  let megabytes = 0;
  let logs = 0;
  let iops = 0;
  let active = 0;
  let passive = 0;
  for (const tier of tiers) {
    const blend = (factor: number): number => tier.multiplierShare * factor + 1 - tier.multiplierShare;
    const logFactor = Math.round((tier.averageMessageKB / 78.947) * 10) / 10;
    megabytes += tier.mailboxes * mailboxMB(tier);
    logs += tier.mailboxes * (tier.messagesPerDay / 5) * logFactor;
    iops += tier.mailboxes * tier.messagesPerDay * 0.001 * 0.67 * blend(tier.iopsMultiplier);
    const cpu = published2016[tier.messagesPerDay] ?? [tier.messagesPerDay * 0.0597, tier.messagesPerDay * 0.014];
    active += tier.mailboxes * cpu[0] * blend(tier.megacycleMultiplier);
    passive += tier.mailboxes * cpu[1] * blend(tier.megacycleMultiplier);
  }
  const sizeGB = (megabytes / 1024) * (1 + options.overhead);
  const days = Math.max(options.tolerance, options.lagDays, 1);
  const logsGB = ((logs * days + megabytes * options.moves) * (1 + options.overhead)) / 1024;
  const used = 4 * sizeGB + 1.1 * sizeGB + 0.2 * 5 * sizeGB + 4 * logsGB;
  return {
    sizeGB,
    logsGB,
    iops: iops * (1 + options.ioOverhead),
    volumeGB: used / (1 - options.free),
    active,
    passive,
  };
}

/** Active and passive megacycles by messages per day, as Microsoft printed them for Exchange 2016. */
const published2016: Readonly<Record<number, readonly [number, number]>> = {
  50: [2.99, 0.7],
  100: [5.97, 1.4],
  150: [8.96, 2.1],
  200: [11.94, 2.8],
  250: [14.93, 3.5],
  300: [17.91, 4.2],
  350: [20.9, 4.9],
  400: [23.88, 5.6],
  450: [26.87, 6.3],
  500: [29.85, 7],
};
