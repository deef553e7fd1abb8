import { sizingCatalog } from '../catalog.ts';
import { given, type Figure, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { parityDisks, raidDisks, raidGroups, raidIOPS, type RaidType } from '../raid.ts';
import { bays } from '../recipes/bays.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { isRaidSet } from '../volumeDisk.ts';
import { diskIOPSOf, formattedDisk } from './disk.ts';
import { databaseReadsPerServer, databaseWritesPerServer } from './io.ts';
import { storage } from './layout.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';
import {
  dataVolumesPerServer,
  restoreVolumeSize,
  restoreVolumesPerServer,
  spareVolumesPerServer,
  volumeSpacePerServer,
} from './volumes.ts';

const source = 'Dagwright, from the space and the I/O';

export const raid10IOPS = figure('raid10IOPS', (site: Site) => iopsOf('RAID10', site));
export const raid5IOPS = figure('raid5IOPS', (site: Site) => iopsOf('RAID5', site));
export const raid6IOPS = figure('raid6IOPS', (site: Site) => iopsOf('RAID6', site));

/** Disks of a server that hold databases: one a volume, or RAID sets of at most seven with a stripe of 256 KB or more. */
export const dataDisksPerServer = figure('dataDisksPerServer', (site: Site) => {
  const kind = storage(site);
  const fixed = site.plan.storage.find('dataVolumesPerServer');
  if (kind.value === 'RAID') {
    const type = raidTypeOf(site);
    const required = { RAID10: raid10IOPS, RAID5: raid5IOPS, RAID6: raid6IOPS }[type.value](site);
    return onRaid(type, volumeSpacePerServer(site), formattedDisk(site), { required, disk: diskIOPSOf(site) });
  }
  return formula({
    unit: 'disks',
    words: fixed ? 'asked' : 'volumes',
    of: fixed ? { asked: fixed } : { volumes: dataVolumesPerServer(site), storage: kind },
    value: () => fixed?.value ?? dataVolumesPerServer(site).value,
    source,
  });
});

export const restoreDisksPerServer = figure('restoreDisksPerServer', (site: Site) => {
  const { plan } = site;
  const volumes = restoreVolumesPerServer(plan);
  if (volumes.value === 0 || storage(site).value === 'JBOD') {
    return formula({ unit: 'disks', words: 'volumes', of: { volumes }, value: (values) => values.volumes, source });
  }
  return onRaid(plan.storage.get('restoreRaid'), restoreVolumeSize(plan), formattedDisk(site));
});

/** System, data, restore and spare disks of a server. */
export const disksPerServer = figure('disksPerServer', (site: Site) =>
  formula({
    unit: 'disks',
    words: 'system + data + restore + spare',
    of: {
      system: systemDisks(site),
      data: dataDisksPerServer(site),
      restore: restoreDisksPerServer(site),
      spare: spareVolumesPerServer(site),
    },
    value: ({ system, data, restore, spare }) => system + data + restore + spare,
    source,
  }),
);

/** Disks that the server model has room for. */
export const driveBays = figure('driveBays', ({ hardware }: Site) => bays(hardware));

export const disksPerDag = figure('disksPerDag', (plan: Plan) => perDag(plan, disksPerServer, source));

/** Disks of the whole design. */
export const disks = figure('disks', (plan: Plan) => inAllDags(plan, disksPerDag(plan), source));

/** The RAID type of data volumes, where they are no JBOD. */
export function raidTypeOf({ plan, model, dataDisk }: Site): Quantity<RaidType> {
  const layout = model?.dataDisk && isRaidSet(model.dataDisk) ? dataDisk.get('layout') : undefined;
  const type = layout?.value;
  if (type === 'RAID10' || type === 'RAID5' || type === 'RAID6') return given(type, '', layout?.source ?? '');
  return plan.storage.get('raid');
}

function systemDisks({ systemDisks }: Site): Quantity<number> {
  return systemDisks.find('count') ?? given(2, 'disks', 'a RAID-1 pair (facts A4.8)');
}

function iopsOf(type: RaidType, site: Site): Recipe<number> {
  const { writePenalty, rebuildFraction } = sizingCatalog.io.raid[type];
  return formula({
    unit: 'IOPS',
    words: '(reads + penalty × writes) ÷ (1 − rebuild)',
    of: {
      reads: databaseReadsPerServer(site),
      penalty: given(writePenalty, '×', 'facts A7'),
      writes: databaseWritesPerServer(site),
      rebuild: given(rebuildFraction, '1', 'facts A7'),
    },
    value: ({ reads, writes }) => raidIOPS(type, reads, writes),
    source: calculator('A7'),
  });
}

/** Disks of RAID sets for some space and, where databases are active on them, their I/O. */
function onRaid(
  type: Quantity<RaidType>,
  space: Figure<number>,
  disk: Figure<number>,
  io?: { readonly required: Figure<number>; readonly disk: Quantity<number> },
): Recipe<number> {
  const content = roundUp(space.value / disk.value);
  const busy = io ? roundUp(io.required.value / io.disk.value) : 0;
  const groups = raidGroups(type.value, content, busy);
  const byIO = io ? 'roundup(required ÷ disk IOPS)' : '0';
  const words =
    type.value === 'RAID10'
      ? `2 × max(roundup(space ÷ disk), roundup(${byIO} ÷ 2))`
      : `max(roundup(space ÷ disk) + groups × parity, ${byIO}, groups × (parity + 2))`;
  return formula({
    unit: 'disks',
    words,
    of: {
      space,
      disk,
      ...(io && { required: io.required, diskIOPS: io.disk }),
      groups: given(groups, 'groups', 'of at most seven disks (facts A7)'),
      parity: given(parityDisks(type.value), 'disks', 'of each group'),
      type,
    },
    value: () => raidDisks(type.value, content, busy),
    source: `${source}; stripes of 256 KB or more, groups of at most seven disks (facts A7)`,
  });
}
