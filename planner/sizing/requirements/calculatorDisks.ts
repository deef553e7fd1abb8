import type { Figure, Value } from '../figure.ts';
import { given } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { diskIOPSOf, formattedDisk } from './disk.ts';
import { volumeIOPS } from './io.ts';
import { jbodIsWanted, storage } from './layout.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';
import { dataVolumesPerServer, restoreVolumesPerServer, spareVolumesPerServer, volumeSize } from './volumes.ts';

// The workbook's JBOD disks, which it counts without asking whether JBOD is allowed. They exist under parity alone.

const source = calculator('A7, A10');

/** The number, or why a disk does not do. */
export const jbodDataDisks = figure('jbodDataDisks', (site: Site): Recipe<Value> | undefined => {
  if (!isListed(site)) return undefined;
  const of = {
    volumes: dataVolumesPerServer(site),
    volume: volumeSize(site.plan),
    disk: formattedDisk(site),
    IOPS: volumeIOPS(site.plan),
    diskIOPS: diskIOPSOf(site),
  };
  return formula({
    unit: 'disks',
    words: 'volumes; where a volume fits the disk in space and in I/O',
    of,
    value: ({ volumes }): Value => (isTooSmall(site) ? 'disk too small' : isTooSlow(site) ? 'disk too slow' : volumes),
    source,
  });
});

/** The workbook's slip: it calls a disk too small where there is no restore volume. */
export const jbodRestoreDisks = figure('jbodRestoreDisks', (site: Site): Recipe<Value> | undefined => {
  if (!isListed(site)) return undefined;
  if (isTooSmall(site)) return noneFit(site);
  return formula({
    unit: 'disks',
    words: 'volumes',
    of: { volumes: restoreVolumesPerServer(site.plan) },
    value: ({ volumes }): Value => (volumes === 0 ? 'disk too small' : volumes),
    source,
  });
});

export const jbodSpareDisks = figure('jbodSpareDisks', (site: Site) => {
  if (!isListed(site)) return undefined;
  if (isTooSmall(site)) return noneFit(site);
  return formula({
    unit: 'disks',
    words: 'spares',
    of: { spares: spareVolumesPerServer(site) },
    value: ({ spares }) => spares,
    source,
  });
});

export const jbodDisksPerServer = figure('jbodDisksPerServer', (site: Site) =>
  site.plan.parity ? ofServer(site) : undefined,
);

export const jbodDisksPerDag = figure('jbodDisksPerDag', (plan: Plan) =>
  plan.parity ? perDag(plan, ofEachServer, source) : undefined,
);

export const jbodDisks = figure('jbodDisks', (plan: Plan) => {
  const aDag = jbodDisksPerDag(plan);
  return aDag && inAllDags(plan, aDag, source);
});

function ofEachServer(site: Site): Figure<number> {
  const made = jbodDisksPerServer(site);
  if (!made) throw new RangeError('The workbook counts JBOD disks under parity alone.');
  return made;
}

function ofServer(site: Site): Recipe<number> {
  const kind = storage(site);
  if (kind.value === 'RAID' || isTooSmall(site)) {
    return formula({
      unit: 'disks',
      words: '0; no JBOD, or its disks are too small',
      of: { storage: kind },
      value: () => 0,
      source,
    });
  }
  return formula({
    unit: 'disks',
    words: 'data + restore + spare',
    of: {
      data: isTooSlow(site) ? given(0, 'disks', 'too slow') : dataVolumesPerServer(site),
      restore: restoreVolumesPerServer(site.plan),
      spare: spareVolumesPerServer(site),
    },
    value: ({ data, restore, spare }) => data + restore + spare,
    source,
  });
}

function noneFit(site: Site): Recipe<number> {
  const of = { volume: volumeSize(site.plan), disk: formattedDisk(site) };
  return formula({ unit: 'disks', words: '0; data volumes do not fit', of, value: () => 0, source });
}

/** The workbook lists JBOD disks where they are wanted, and for several databases to a volume where they are allowed too. */
function isListed(site: Site): boolean {
  const { plan } = site;
  if (!plan.parity || !jbodIsWanted(site).value) return false;
  return !plan.databases.get('severalPerVolume').value || storage(plan.sites[0]).value === 'JBOD';
}

function isTooSmall(site: Site): boolean {
  return volumeSize(site.plan).value > formattedDisk(site).value;
}

function isTooSlow(site: Site): boolean {
  return volumeIOPS(site.plan).value > diskIOPSOf(site).value;
}
