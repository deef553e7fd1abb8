import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';

// How the peak I/O of a server splits up (facts A7): the same for requirements and for a design.

const source = calculator('A7');
const { io } = sizingCatalog;

export function databaseReads(iops: Quantity<number>, reads: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'IOPS',
    words: 'IOPS × reads',
    of: { IOPS: iops, reads },
    value: (values) => values.IOPS * values.reads,
    source,
  });
}

export function databaseWrites(iops: Quantity<number>, reads: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'IOPS',
    words: 'IOPS × (1 − reads)',
    of: { IOPS: iops, reads },
    value: (values) => values.IOPS * (1 - values.reads),
    source,
  });
}

/** @param replicated whether databases have several copies */
export function logWrites(writes: Quantity<number>, replicated: boolean): Recipe<number> {
  const share = replicated ? io.logWritesPerWrite.replicated : io.logWritesPerWrite.alone;
  return formula({
    unit: 'IOPS',
    words: 'database writes × share',
    of: {
      databaseWrites: writes,
      share: given(share, '1', replicated ? 'replicated databases (facts A7)' : 'a single copy (facts A7)'),
    },
    value: (values) => values.databaseWrites * values.share,
    source,
  });
}

/** Reads of the logs that the databases active in the worst failure send to their other copies. */
export function logReads(
  writes: Quantity<number>,
  copies: Quantity<number>,
  active: Quantity<number>,
  replicated: boolean,
): Recipe<number> {
  if (copies.value === 0) {
    return formula({ unit: 'IOPS', words: '0; the server has no copies', of: { copies }, value: () => 0, source });
  }
  return formula({
    unit: 'IOPS',
    words: 'log writes ÷ copies × active × share',
    of: { logWrites: writes, copies, active, share: logReadShare(replicated) },
    value: (values) => (values.logWrites / values.copies) * values.active * values.share,
    source,
  });
}

/** Reads that each log write of an active database brings. */
export function logReadShare(replicated: boolean): Quantity<number> {
  return given(
    replicated ? io.logReadsPerLogWrite : 0,
    '1',
    'of the log writes, where there are other copies (facts A7)',
  );
}

export function logIOPS(writes: Quantity<number>, reads: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'IOPS',
    words: 'writes + reads',
    of: { writes, reads },
    value: (values) => values.writes + values.reads,
    source,
  });
}

/** Sequential reads that check every copy. */
export function backgroundMaintenance(copies: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'MB/s',
    words: 'copies × each',
    of: { copies, each: given(io.backgroundMaintenanceMBps, 'MB/s', 'facts A7') },
    value: (values) => values.copies * values.each,
    source,
  });
}
