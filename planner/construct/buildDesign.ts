import type { Datacenter, Design, Hardware, Link, Witness } from '../design/types.ts';
import { diskIOPS, sizingCatalog } from '../sizing/catalog.ts';
import { buildDag } from './buildDag.ts';
import { buildPair } from './clientAccess.ts';
import type { Demand } from './demand.ts';
import { platformFor } from './platform.ts';
import type { CompleteRequirements } from './requirements.ts';
import type { ServerModel } from './serverModel.ts';
import type { Shape } from './shape.ts';

/** What the requirements must state before a design can be built. */
export interface Ingredients {
  readonly requirements: CompleteRequirements;
  readonly datacenters: readonly [Datacenter, Datacenter];
  readonly hardware: Hardware;
  readonly model: ServerModel;
  readonly demand: Demand;
}

/** The whole design of a shape: everything that the PA asks for is stated. */
export function buildDesign(ingredients: Ingredients, shape: Shape): Design {
  const { requirements } = ingredients;
  const platform = platformFor(requirements.exchange);
  const hardware = completeHardware(ingredients.hardware);
  const sites = completeDatacenters(ingredients, shape);
  const names = [sites[0].name, sites[1].name] as const;
  const witness = completeWitness(requirements.witness, names);
  const pair = buildPair(requirements, names);
  const context = {
    requirements,
    shape,
    datacenters: names,
    sharedSite: sites[0].adSite?.toLowerCase() === sites[1].adSite?.toLowerCase(),
    pair: pair.name,
    hardware: hardware.name,
    platform,
    witness,
  };
  return {
    format: 'dagwright/1',
    name: requirements.name,
    ruleset: requirements.ruleset,
    ...(requirements.document && { document: requirements.document }),
    exchange: { ...requirements.exchange, cumulativeUpdate: platform.cumulativeUpdate },
    directory: {
      forestFunctionalLevel: platform.directoryLevel,
      domainFunctionalLevel: platform.directoryLevel,
      oldestDomainControllerOS: platform.directoryLevel,
      ...requirements.directory,
    },
    coexistence: requirements.coexistence ?? [],
    transport: requirements.transport,
    sizing: requirements.sizing,
    replication: requirements.replication,
    datacenters: [...sites, ...witnessSite(witness, sites)],
    links: buildLinks(requirements.link, names),
    pairs: [pair],
    hardware: [hardware],
    mailboxTiers: [...requirements.mailboxTiers],
    dags: Array.from({ length: shape.dags }, (_, d) => buildDag(context, d + 1)),
  };
}

/** The PA's server where the model does not say otherwise (facts A4). */
function completeHardware(hardware: Hardware): Hardware {
  const { systemDisks, dataDisk = {}, ...server } = hardware;
  const iops = diskIOPS(dataDisk);
  return {
    formFactorU: 2,
    sockets: Math.min(2, server.cores ?? 2),
    physical: true,
    batteryBackedWriteCache: true,
    ...server,
    systemDisks: { count: 2, ...((systemDisks?.count ?? 2) > 1 && { raid: 'RAID1' }), ...systemDisks },
    dataDisk: { layout: 'JBOD', ...dataDisk, ...(iops !== undefined && { randomIOPS: iops }) },
  };
}

/** Each datacenter its own site (facts A3.5), with a global catalog core for every eight mailbox cores (facts D3.7). */
function completeDatacenters({ datacenters, model }: Ingredients, shape: Shape): [Datacenter, Datacenter] {
  const mailboxCores = shape.dags * shape.serversPerDatacenter * model.cores;
  const cores = Math.ceil(mailboxCores / sizingCatalog.directory.mailboxCoresPerGlobalCatalogCore);
  const complete = (datacenter: Datacenter): Datacenter => ({
    ...datacenter,
    adSite: datacenter.adSite ?? datacenter.name,
    role: 'mailbox',
    domainControllers: { writableGlobalCatalogs: 2, cores, ...datacenter.domainControllers },
  });
  return [complete(datacenters[0]), complete(datacenters[1])];
}

/** A file share in a third site (facts A6.7), named neutrally where the requirements name none. */
function completeWitness(witness: Witness | undefined, pair: readonly string[]): Witness {
  const thirdSite = pair.includes('Third site') ? 'Witness site' : 'Third site';
  return { kind: 'fileShare', server: 'FSW01', datacenter: thirdSite, ...witness };
}

function witnessSite({ datacenter }: Witness, sites: readonly Datacenter[]): Datacenter[] {
  if (datacenter === undefined || sites.some(({ name }) => name === datacenter)) return [];
  return [{ name: datacenter, adSite: datacenter, role: 'witness' }];
}

function buildLinks(link: CompleteRequirements['link'], [from, to]: readonly [string, string]): Link[] {
  return [{ from, to, ...link }];
}
