import type { Sizing } from '../../design/types.ts';
import type { Fields } from '../fields.ts';
import { given, type Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { logRetention, logRetentionDays } from '../logs.ts';
import { calculator } from '../source.ts';

/** Days of logs that a volume keeps. @param lag replay lag and truncation lag together */
export function retention(sizing: Fields<Sizing>, lag: Quantity<number>): Recipe<number> {
  const backup = sizing.get('backup');
  const frequency = sizing.get('backupFrequency');
  const restore = sizing.get('restoreVolume');
  const tolerance = sizing.get('logTruncationToleranceDays');
  const outage = sizing.get('networkOutageToleranceDays');
  const beyond = sizing.get('logToleranceBeyondLag');
  const options = {
    backup: backup.value,
    backupFrequency: frequency.value,
    restoreVolume: restore.value,
    logTruncationToleranceDays: tolerance.value,
    networkOutageToleranceDays: outage.value,
    logToleranceBeyondLag: beyond.value,
  };
  const { leastDays, perToleranceDay } = logRetention(options);
  const rule =
    backup.value === 'native'
      ? `native data protection: ${backup.source}`
      : `${backup.value}, ${frequency.value}, ${restore.value ? 'a' : 'no'} restore volume: ${backup.source}`;
  return formula({
    unit: 'days',
    words: `max(least, tolerance × times, network outage, lag${beyond.value ? ' + tolerance × times' : ''})`,
    of: {
      least: given(leastDays, 'days', rule),
      tolerance,
      times: given(perToleranceDay, '×', rule),
      networkOutage: outage,
      lag,
    },
    value: () => logRetentionDays(options, lag.value),
    source: beyond.value ? 'Storage configuration options (facts A4.21)' : calculator('A6'),
  });
}
