import { diskIOPS } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula, NotStated } from '../formula.ts';
import { calculator } from '../source.ts';
import { formattedGB } from '../volume.ts';
import type { Site } from './plan.ts';

export const formattedDisk = figure('formattedDisk', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'disk × 1,000,000,000 ÷ 1,073,741,824',
    of: { disk: site.dataDisk.get('capacityGB') },
    value: ({ disk }) => formattedGB(disk),
    source: calculator('A5'),
  }),
);

/** Random IOPS of a data disk: as stated, else the figure of its type. */
export function diskIOPSOf({ dataDisk, model }: Site): Quantity<number> {
  const stated = dataDisk.find('randomIOPS');
  if (stated) return stated;
  const disk = model?.dataDisk ?? {};
  const iops = diskIOPS(disk);
  if (iops !== undefined) {
    const type = `${disk.rpm} RPM ${disk.interface} ${disk.formFactorInches} in`;
    return given(iops, 'IOPS', `${type}, ${calculator('A7')}`);
  }
  for (const key of ['rpm', 'interface', 'formFactorInches'] as const) dataDisk.get(key);
  throw new NotStated(dataDisk.pathOf('randomIOPS'));
}
