import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { copiesAtHome, copiesAway, copiesPerDatabase, highlyAvailableAtHome, highlyAvailableAway } from './copies.ts';
import { databasesPerDag, mailboxesPerDatabase } from './databaseCount.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags } from './multiples.ts';

const source = calculator('A10');

/** Copies on a server. The calculator spreads all copies of a DAG over all its members, unequal datacenters included. */
export const copiesPerServer = figure('copiesPerServer', (site: Site) => {
  const { plan } = site;
  if (plan.parity) {
    return formula({
      unit: 'copies',
      words: 'databases × copies ÷ members',
      of: { databases: databasesPerDag(plan), copies: copiesPerDatabase(plan), members: serversPerDag(plan) },
      value: ({ databases, copies, members }) => (databases * copies) / members,
      source,
    });
  }
  return formula({
    unit: 'copies',
    words: 'copies ÷ servers',
    of: { copies: copiesInDatacenter(site), servers: plan.servers },
    value: ({ copies, servers }) => copies / servers,
    source,
  });
});

/** Mailboxes of all databases with a copy on a server. */
export const hostedMailboxes = figure('hostedMailboxes', (site: Site) =>
  formula({
    unit: 'mailboxes',
    words: 'copies × mailboxes',
    of: { copies: copiesPerServer(site), mailboxes: mailboxesPerDatabase(site.plan) },
    value: ({ copies: hosted, mailboxes }) => hosted * mailboxes,
    source,
  }),
);

/** Copies of a DAG's databases in a datacenter. */
export const copiesInDatacenter = figure('copiesInDatacenter', (site: Site) =>
  inDatacenter(site, copiesAtHome(site.plan), copiesAway(site.plan)),
);

export const highlyAvailableCopiesInDatacenter = figure('highlyAvailableCopiesInDatacenter', (site: Site) =>
  inDatacenter(site, highlyAvailableAtHome(site.plan), highlyAvailableAway(site.plan)),
);

export const laggedCopiesInDatacenter = figure('laggedCopiesInDatacenter', (site: Site) =>
  formula({
    unit: 'copies',
    words: 'copies − highly available',
    of: { copies: copiesInDatacenter(site), highlyAvailable: highlyAvailableCopiesInDatacenter(site) },
    value: ({ copies, highlyAvailable }) => copies - highlyAvailable,
    source,
  }),
);

export const serversPerDag = figure('serversPerDag', (plan: Plan) =>
  formula({
    unit: 'servers',
    words: 'servers × datacenters',
    of: { servers: plan.servers, datacenters: datacenters(plan) },
    value: (values) => values.servers * values.datacenters,
    source,
  }),
);

/** Servers of the whole design. */
export const servers = figure('servers', (plan: Plan) => inAllDags(plan, serversPerDag(plan), source));

export const copiesPerDag = figure('copiesPerDag', (plan: Plan) =>
  formula({
    unit: 'copies',
    words: 'databases × copies',
    of: { databases: databasesPerDag(plan), copies: copiesPerDatabase(plan) },
    value: ({ databases, copies }) => databases * copies,
    source,
  }),
);

/** Copies of the whole design. */
export const copies = figure('copies', (plan: Plan) => inAllDags(plan, copiesPerDag(plan), source));

/** Databases of a DAG that are at home in a datacenter. */
export const homeDatabases = figure('homeDatabases', (site: Site) => {
  const { plan } = site;
  const all = databasesPerDag(plan);
  const userDistribution = plan.root.get('userDistribution');
  if (plan.activeInBoth) {
    return formula({
      unit: 'databases',
      words: 'databases ÷ 2',
      of: { databases: all, userDistribution },
      value: ({ databases }) => databases / 2,
      source,
    });
  }
  return site.index === 0
    ? formula({
        unit: 'databases',
        words: 'databases',
        of: { databases: all, userDistribution },
        value: ({ databases }) => databases,
        source,
      })
    : formula({
        unit: 'databases',
        words: '0; all are at home in the other datacenter',
        of: { userDistribution },
        value: () => 0,
        source,
      });
});

/** Servers of a DAG in a datacenter on which databases are active. */
export const activeServers = figure('activeServers', (site: Site) => {
  const { plan } = site;
  const home = homeDatabases(site);
  return home.value > 0
    ? formula({
        unit: 'servers',
        words: 'servers',
        of: { servers: plan.servers, homeDatabases: home },
        value: (values) => values.servers,
        source,
      })
    : formula({
        unit: 'servers',
        words: '0; no database is at home here',
        of: { homeDatabases: home },
        value: () => 0,
        source,
      });
});

/** Of each database so many copies at home and so many away. Where databases of a DAG are active in both datacenters, either is home of a half. */
function inDatacenter({ plan, index }: Site, atHome: Quantity<number>, away: Quantity<number>): Recipe<number> {
  const all = databasesPerDag(plan);
  if (plan.activeInBoth) {
    return formula({
      unit: 'copies',
      words: 'databases ÷ 2 × (at home + away)',
      of: { databases: all, atHome, away },
      value: (values) => (values.databases / 2) * (values.atHome + values.away),
      source,
    });
  }
  return formula({
    unit: 'copies',
    words: 'databases × copies',
    of: { databases: all, copies: index === 0 ? atHome : away },
    value: (values) => values.databases * values.copies,
    source,
  });
}

function datacenters(plan: Plan): Quantity<number> {
  return given(plan.sites.length, 'datacenters', plan.root.get('userDistribution').source ?? '');
}
