import { given } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { restoreVolumeSizeGB, volumeSizeGB } from '../volume.ts';
import { copiesPerServer, serversPerDag } from './copyCounts.ts';
import { restoreRoom } from './databaseSizeLimit.ts';
import { databaseSize } from './databaseSpace.ts';
import { databasesPerVolume, storage } from './layout.ts';
import { logSpace } from './logSpace.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';

const source = calculator('A5');

/** What a full data volume needs. */
export const volumeSize = figure('volumeSize', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: '(databases × size + restore × size + index × (databases + 1) × size + databases × logs) ÷ (1 − free)',
    of: {
      databases: databasesPerVolume(plan),
      size: databaseSize(plan),
      restore: restoreRoom(plan),
      index: plan.sizing.get('contentIndexFraction'),
      logs: logSpace(plan),
      free: plan.sizing.get('volumeFreeFraction'),
    },
    value: ({ databases, size, index, logs, free }) =>
      volumeSizeGB(
        { databasesGB: new Array<number>(databases).fill(size), logsGB: databases * logs },
        {
          contentIndexFraction: index,
          volumeFreeFraction: free,
          restoreVolume: plan.sizing.get('restoreVolume').value,
        },
      ),
    source,
  }),
);

/** Data volumes that the copies on a server take. */
export const dataVolumesPerServer = figure('dataVolumesPerServer', (site: Site) =>
  formula({
    unit: 'volumes',
    words: 'roundup(copies ÷ databases)',
    of: { copies: copiesPerServer(site), databases: databasesPerVolume(site.plan) },
    value: ({ copies, databases }) => roundUp(copies / databases),
    source: calculator('A10'),
  }),
);

export const restoreVolumesPerServer = figure('restoreVolumesPerServer', (plan: Plan) => {
  const restoreVolume = plan.sizing.get('restoreVolume');
  return formula({
    unit: 'volumes',
    words: 'one; where restores have a volume of their own',
    of: { one: given(restoreVolume.value ? 1 : 0, 'volumes', restoreVolume.source ?? '') },
    value: ({ one }) => one,
    source,
  });
});

/** Spare disks for AutoReseed, which works on JBOD alone. */
export const spareVolumesPerServer = figure('spareVolumesPerServer', (site: Site) => {
  const kind = storage(site);
  const spare = site.plan.sizing.get('spareVolumesPerServer');
  return kind.value === 'JBOD'
    ? formula({
        unit: 'volumes',
        words: 'asked',
        of: { asked: spare, storage: kind },
        value: ({ asked }) => asked,
        source: calculator('C2'),
      })
    : formula({
        unit: 'volumes',
        words: '0; AutoReseed needs JBOD',
        of: { storage: kind },
        value: () => 0,
        source: calculator('C2'),
      });
});

export const volumesPerServer = figure('volumesPerServer', (site: Site) =>
  formula({
    unit: 'volumes',
    words: 'data + restore + spare',
    of: {
      data: dataVolumesPerServer(site),
      restore: restoreVolumesPerServer(site.plan),
      spare: spareVolumesPerServer(site),
    },
    value: ({ data, restore, spare }) => data + restore + spare,
    source: calculator('B, WE1'),
  }),
);

/** Room that the copies on a server take with all reserves. */
export const volumeSpacePerServer = figure('volumeSpacePerServer', (site: Site) => {
  const { plan } = site;
  return formula({
    unit: 'GB',
    words:
      '(copies × size + restore × volumes × size + index × (copies + volumes) × size + copies × logs) ÷ (1 − free)',
    of: {
      copies: copiesPerServer(site),
      size: databaseSize(plan),
      restore: restoreRoom(plan),
      volumes: dataVolumesPerServer(site),
      index: plan.sizing.get('contentIndexFraction'),
      logs: logSpace(plan),
      free: plan.sizing.get('volumeFreeFraction'),
    },
    value: ({ copies, size, restore, volumes, index, logs, free }) =>
      (copies * size + restore * volumes * size + index * (copies + volumes) * size + copies * logs) / (1 - free),
    source,
  });
});

/** All servers of a DAG. The calculator takes parts of volumes here, where copies do not fill whole ones. */
export const volumeSpacePerDag = figure('volumeSpacePerDag', (plan: Plan) =>
  plan.parity
    ? formula({
        unit: 'GB',
        words: 'volume × copies ÷ databases × members',
        of: {
          volume: volumeSize(plan),
          copies: copiesPerServer(plan.sites[0]),
          databases: databasesPerVolume(plan),
          members: serversPerDag(plan),
        },
        value: ({ volume, copies, databases, members }) => ((volume * copies) / databases) * members,
        source,
      })
    : perDag(plan, volumeSpacePerServer, source),
);

export const volumeSpace = figure('volumeSpace', (plan: Plan) => inAllDags(plan, volumeSpacePerDag(plan), source));

/** What a restore volume needs: the content of a data volume, without index. */
export const restoreVolumeSize = figure('restoreVolumeSize', (plan: Plan) => {
  const volumes = restoreVolumesPerServer(plan);
  if (volumes.value === 0)
    return formula({ unit: 'GB', words: '0; there is none', of: { volumes }, value: () => 0, source });
  return formula({
    unit: 'GB',
    words: '(databases × size + databases × logs) ÷ (1 − free)',
    of: {
      databases: databasesPerVolume(plan),
      size: databaseSize(plan),
      logs: logSpace(plan),
      free: plan.sizing.get('volumeFreeFraction'),
    },
    value: ({ databases, size, logs, free }) =>
      restoreVolumeSizeGB({ databasesGB: new Array<number>(databases).fill(size), logsGB: databases * logs }, free),
    source,
  });
});

export const restoreVolumeSpacePerDag = figure('restoreVolumeSpacePerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'volume × members',
    of: { volume: restoreVolumeSize(plan), members: serversPerDag(plan) },
    value: ({ volume, members }) => volume * members,
    source,
  }),
);
