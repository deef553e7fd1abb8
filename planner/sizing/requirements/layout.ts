import { isRaidSet } from '../volumeDisk.ts';
import { figure, formula } from '../formula.ts';
import { given } from '../figure.ts';
import { calculator } from '../source.ts';
import {
  copiesAtHome,
  copiesAway,
  copiesPerDatabase,
  highlyAvailableAtHome,
  highlyAvailableAway,
  laggedAway,
} from './copies.ts';
import type { Plan, Site } from './plan.ts';

const source = `Storage configuration options (facts A4.20); ${calculator('A7')}`;

/** Whether a datacenter's data volumes are one disk each, "JBOD", or RAID sets, "RAID". */
export const storage = figure('storage', (site: Site) => {
  const { plan } = site;
  const wanted = jbodIsWanted(site);
  const several = plan.databases.get('severalPerVolume');
  const allowed = several.value ? severalOnJbod(site) : oneOnJbod(site);
  return formula({
    unit: '',
    words: allowed.rule,
    of: {
      JBOD: wanted,
      severalPerVolume: several,
      highlyAvailable: plan.copies.get('highlyAvailable'),
      lagged: plan.copies.get('lagged'),
      copiesAtHome: copiesAtHome(plan),
      copiesAway: copiesAway(plan),
    },
    value: () => (wanted.value && allowed.holds ? 'JBOD' : 'RAID'),
    source,
  });
});

export const databasesPerVolume = figure('databasesPerVolume', (plan: Plan) => {
  const several = plan.databases.get('severalPerVolume');
  if (!several.value || storage(plan.sites[0]).value === 'RAID') {
    return formula({
      unit: 'databases',
      words: 'one; several share a volume only where that is asked for and storage is JBOD',
      of: { one: given(1, 'databases', 'by the layout'), several, storage: storage(plan.sites[0]) },
      value: ({ one }) => one,
      source: calculator('A10'),
    });
  }
  const copies = copiesPerDatabase(plan);
  const asked = plan.databases.get('perVolume');
  const bothActive = plan.activeInBoth || !plan.siteResilient;
  if (copies.value % 2 === 0 && (asked.value === 'halfTheCopies' || !bothActive)) {
    return formula({
      unit: 'databases',
      words: 'copies ÷ 2; as asked for, or as a DAG is active in one datacenter alone',
      of: { copies, asked, userDistribution: plan.root.get('userDistribution') },
      value: (values) => values.copies / 2,
      source: calculator('A10'),
    });
  }
  return formula({
    unit: 'databases',
    words: 'copies',
    of: { copies, asked },
    value: (values) => values.copies,
    source: calculator('A10'),
  });
});

export const volumeLayout = figure('volumeLayout', (plan: Plan) =>
  formula({
    unit: '',
    words: 'several where more than one database stands on a volume',
    of: { databases: databasesPerVolume(plan) },
    value: ({ databases }) => (databases > 1 ? 'several databases per volume' : 'one database per volume'),
    source: calculator('A10'),
  }),
);

/** Whether data volumes are to be JBOD where the copies allow it. */
export function jbodIsWanted({ plan, model, dataDisk }: Site): ReturnType<typeof given<boolean>> {
  const disk = model?.dataDisk;
  if (disk && isRaidSet(disk)) return given(false, '', dataDisk.get('layout').source ?? '');
  const asked = plan.storage.get('jbod');
  return given(asked.value, '', asked.source ?? '');
}

interface Allowance {
  readonly rule: string;
  readonly holds: boolean;
}

/** Several databases on a disk: three copies, or two in each datacenter; in the second datacenter two there. */
function severalOnJbod({ plan, index }: Site): Allowance {
  const home = copiesAtHome(plan).value;
  const away = copiesAway(plan).value;
  const playDown =
    plan.parity || plan.copies.get('lagged').value === 0 || plan.root.get('replayLagManagerEnabled').value;
  const copies = index === 1 ? away >= 2 : home + away >= 3 || Math.min(home, away) >= 2;
  const needed = index === 1 ? 'two copies in this datacenter' : 'three copies, or two in each datacenter';
  const lagged = plan.parity ? '' : '; lagged copies on shared volumes have to play down automatically';
  return { rule: `JBOD needs ${needed}${lagged}`, holds: copies && playDown };
}

/** One database on a disk: three highly available copies, two of them here, and no single lagged copy. */
function oneOnJbod({ plan, index }: Site): Allowance {
  const lagged = plan.copies.get('lagged').value;
  const laggedHere = index === 1 ? laggedAway(plan).value : lagged - laggedAway(plan).value;
  const here = index === 1 ? highlyAvailableAway(plan).value : highlyAvailableAtHome(plan).value;
  const single = lagged === 1 || laggedHere === 1;
  return {
    rule: 'JBOD needs three highly available copies, two of them in this datacenter, and no lagged copy that is alone',
    holds: plan.copies.get('highlyAvailable').value >= 3 && here >= 2 && !single,
  };
}
