import type { DataDisk, Hardware, MailboxTier, Replication, Requirements } from '../../design/types.ts';
import { CaseError, type CalculatorCase } from './caseFile.ts';
import { InputReader } from './inputReader.ts';

type Part<K extends keyof Requirements> = NonNullable<Requirements[K]>;

const versions = { 'exchange-2013': '2013' } as const;

const distributions = {
  'active/active single DAG': 'activeActiveOneDag',
  'active/active multiple DAGs': 'activeActiveSeveralDags',
  'active/passive': 'activePassive',
} as const satisfies Record<string, Requirements['userDistribution']>;

const backups = {
  'native data protection': 'native',
  'software VSS': 'softwareVss',
  'hardware VSS': 'hardwareVss',
} as const;

const frequencies = {
  'daily full': 'dailyFull',
  'weekly full + daily incremental': 'weeklyFullDailyIncremental',
  'weekly full + daily differential': 'weeklyFullDailyDifferential',
  'bi-monthly full + daily incremental': 'twiceMonthlyFullDailyIncremental',
} as const;

const raids = { 'RAID-1/0': 'RAID10', 'RAID-5': 'RAID5', 'RAID-6': 'RAID6' } as const;

/** The requirements that a case's inputs stand for, under parity. @throws CaseError for an input that is not known */
export function caseRequirements({ name, catalog, inputs }: CalculatorCase): Requirements {
  const version = Object.hasOwn(versions, catalog) ? versions[catalog as keyof typeof versions] : undefined;
  if (!version) throw new CaseError(`The catalog ${JSON.stringify(catalog)} is not known.`);
  const take = new InputReader(inputs);
  const siteResilient = take.truth('site_resilient');
  const distribution = take.word('user_distribution', distributions);
  const userDistribution = siteResilient ? distribution : 'oneDatacenter';
  const hardware = readHardware(take);
  const secondDisk = take.textIfAny('disk_secondary');
  const requirements: Requirements = {
    format: 'dagwright-requirements/1',
    name,
    calculatorParity: true,
    exchange: { version, multiRole: take.truth('multi_role') },
    userDistribution,
    mailboxTiers: readTiers(take),
    hardware,
    ...(siteResilient && secondDisk && { hardwareInSecondDatacenter: { ...hardware, dataDisk: readDisk(secondDisk) } }),
    serversPerDatacenter: take.number('servers_per_dc_per_dag'),
    // The calculator counts two DAGs that are active in turn as one.
    dags: take.number('dags') * (userDistribution === 'activeActiveSeveralDags' ? 2 : 1),
    copies: readCopies(take),
    replayLagHours: take.number('replay_lag_hours'),
    truncationLagHours: take.number('truncation_lag_hours'),
    replayLagManagerEnabled: take.truthIfAny('replay_lag_manager') ?? false,
    activationBlockedInSecondDatacenter: take.truthIfAny('activation_block_secondary') ?? false,
    databases: readDatabases(take),
    storage: readStorage(take),
    sizing: readSizing(take),
    transport: {
      queueExpirationDays: take.number('queue_expiry_days'),
      safetyNetHoldDays: take.number('safety_net_days'),
    },
    replication: readReplication(take),
    link: readLink(take),
  };
  take.finish();
  return requirements;
}

function readCopies(take: InputReader): Part<'copies'> {
  const all = {
    highlyAvailable: take.number('ha_copies_total'),
    lagged: take.number('lagged_copies_total'),
    highlyAvailableInSecondDatacenter: take.number('ha_copies_secondary'),
    laggedInSecondDatacenter: take.number('lagged_copies_secondary'),
  };
  const alone = { highlyAvailable: 1, lagged: 0, highlyAvailableInSecondDatacenter: 0, laggedInSecondDatacenter: 0 };
  return take.truth('high_availability') ? all : alone;
}

/** The tiers or, where there are none, the inputs of a single one. */
function readTiers(take: InputReader): MailboxTier[] {
  const single = readTier(take, 'Tier 1');
  const tiers = take.listIfAny('tiers')?.map((tier, i) => {
    const read = readTier(tier, `Tier ${i + 1}`);
    tier.finish();
    return read;
  });
  return tiers ?? [single];
}

function readTier(take: InputReader, name: string): MailboxTier {
  const predicted = take.truthIfAny('predict_iops') ?? true;
  const measured = take.numberIfAny('custom_iops');
  const ratio = take.textIfAny('read_write_ratio');
  return {
    name,
    mailboxes: take.number('mailboxes'),
    growthFraction: take.numberIfAny('growth') ?? 0,
    messagesPerDay: take.number('messages_per_day'),
    averageMessageKB: take.number('avg_message_kb'),
    initialMailboxMB: take.number('initial_mailbox_mb'),
    quotaMB: take.number('quota_mb'),
    archiveQuotaMB: take.number('archive_quota_mb'),
    deletedItemRetentionDays: take.number('deleted_item_retention_days'),
    singleItemRecovery: take.truth('single_item_recovery'),
    calendarVersioning: take.truth('calendar_versioning'),
    multiplierShare: take.numberIfAny('multiplier_user_share') ?? 1,
    iopsMultiplier: take.number('iops_multiplier'),
    megacycleMultiplier: take.number('megacycle_multiplier'),
    desktopSearch: take.truthIfAny('desktop_search') ?? false,
    ...(!predicted && measured !== undefined && { measuredIOPS: measured }),
    ...(!predicted && ratio !== undefined && { measuredReadFraction: readRatio(ratio) }),
  };
}

/** "3:2" is three reads to two writes. */
function readRatio(text: string): number {
  const [reads = NaN, writes = NaN] = text.split(':').map(Number);
  const share = reads / (reads + writes);
  if (!Number.isFinite(share)) throw new CaseError(`The read:write ratio ${JSON.stringify(text)} is not two numbers.`);
  return share;
}

function readHardware(take: InputReader): Hardware {
  const disk = take.text('disk');
  const result = take.number('specint_rate2006');
  const system = readDisk(take.textIfAny('system_disk') ?? disk);
  return {
    name: 'Server',
    cores: take.number('cores_per_server'),
    ...(result > 0 && { specIntRate2006: result }),
    physical: !take.truth('virtualised'),
    systemDisks: { count: 2, ...(system.capacityGB !== undefined && { capacityGB: system.capacityGB }), raid: 'RAID1' },
    dataDisk: readDisk(disk),
  };
}

const buses = { SAS: 'SAS', SATA: 'SATA' } as const;
const sizes = { '2.5in': 2.5, '3.5in': 3.5 } as const;

/** "8000 GB 7.2K SAS 3.5in", with "(57.5 random IO/s)" behind it where that is stated. */
function readDisk(text: string): DataDisk {
  const [capacity, , speed = '', bus = '', inches = '', iops] = text.split(' ');
  const capacityGB = Number(capacity);
  const rpm = Math.round(parseFloat(speed) * 1000);
  if (!(capacityGB > 0 && rpm > 0 && Object.hasOwn(buses, bus) && Object.hasOwn(sizes, inches))) {
    throw new CaseError(`The disk ${JSON.stringify(text)} is not known.`);
  }
  return {
    capacityGB,
    rpm,
    interface: buses[bus as keyof typeof buses],
    formFactorInches: sizes[inches as keyof typeof sizes],
    ...(iops !== undefined && { randomIOPS: parseFloat(iops.slice(1)) }),
  };
}

function readDatabases(take: InputReader): Part<'databases'> {
  const automatic = take.truthIfAny('automatic_database_count') ?? true;
  const count = take.numberIfAny('custom_database_count');
  return {
    count: automatic ? null : (count ?? null),
    fullBlock: take.truthIfAny('symmetrical_database_count') ?? true,
    severalPerVolume: take.truth('multiple_dbs_per_volume'),
    perVolume: take.truth('dbs_per_volume_equals_copies') ? 'copies' : 'halfTheCopies',
  };
}

/** The calculator chooses RAID-1/0 itself, unless a type is forced. */
function readStorage(take: InputReader): Part<'storage'> {
  const forced = take.truthIfAny('raid_override') ?? false;
  const raid = take.wordIfAny('raid_type', raids);
  const restoreRaid = take.wordIfAny('restore_raid_type', raids);
  const automatic = take.truthIfAny('automatic_volume_count') ?? true;
  const volumes = take.numberIfAny('data_volumes_per_server');
  return {
    jbod: take.truth('jbod'),
    ...(forced && raid && { raid }),
    ...(forced && restoreRaid && { restoreRaid }),
    dataVolumesPerServer: automatic ? null : (volumes ?? null),
  };
}

function readSizing(take: InputReader): Part<'sizing'> {
  const largest = take.numberOr('max_db_size', 'default');
  const backupFrequency = take.wordIfAny('backup_frequency', frequencies);
  return {
    dataOverheadFraction: take.number('data_overhead_factor'),
    mailboxMovesPerWeekFraction: take.number('mailbox_moves_per_week'),
    restoreVolume: take.truth('dedicated_restore_volume'),
    volumeFreeFraction: take.number('volume_free_space'),
    ioOverheadFraction: take.number('io_overhead'),
    additionalIOPS: take.number('additional_io'),
    ...(largest !== undefined && { maximumDatabaseSizeGB: largest }),
    backup: take.word('backup', backups),
    ...(backupFrequency && { backupFrequency }),
    logTruncationToleranceDays: take.number('truncation_failure_tolerance_days'),
    networkOutageToleranceDays: take.number('network_failure_tolerance_days'),
    spareVolumesPerServer: take.number('autoreseed_volumes'),
    hypervisorOverheadFraction: take.numberIfAny('hypervisor_factor') ?? 0.1,
  };
}

function readReplication(take: InputReader): Replication {
  const share = take.numbersIfAny('hourly_log_share');
  const compression = take.number('log_compression');
  const enabled = take.truthIfAny('log_compression_enabled') ?? true;
  return {
    ...(share && { hourlyLogShare: share }),
    rpoHours: take.numberIfAny('rpo_hours') ?? 0,
    logCompressionFraction: enabled ? compression : 0,
  };
}

const bitRates = { 'kbit/s': 0.001, 'Mbit/s': 1, 'Gbit/s': 1000 } as const;

function readLink(take: InputReader): Part<'link'> {
  const text = take.textIfAny('link');
  const latency = take.numberIfAny('latency_ms');
  return {
    ...(text !== undefined && { bandwidthMbps: readRate(text) }),
    ...(latency !== undefined && { roundTripMs: latency }),
  };
}

/** "155 Mbit/s" */
function readRate(text: string): number {
  const [rate, unit = ''] = text.split(' ');
  if (!(Number(rate) > 0 && Object.hasOwn(bitRates, unit)))
    throw new CaseError(`The link ${JSON.stringify(text)} is not known.`);
  return Number(rate) * bitRates[unit as keyof typeof bitRates];
}
