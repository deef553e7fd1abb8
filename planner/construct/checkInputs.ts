import { counted, formatNumber } from '../design/format.ts';
import { supportedCopies } from '../layout/copyOrder.ts';
import { diskIOPS, sizingCatalog } from '../sizing/catalog.ts';
import { isRaidSet } from '../sizing/volumeDisk.ts';
import type { Ingredients } from './buildDesign.ts';
import { overCeiling } from './ceilings.ts';
import { totalDemand } from './demand.ts';
import { cannotLayOut } from './layoutLimits.ts';
import { illegalPattern } from './nameProblem.ts';
import type { Fault } from './refusal.ts';
import type { CompleteRequirements } from './requirements.ts';
import { serverModel } from './serverModel.ts';

export type Inputs =
  { readonly ok: true; readonly ingredients: Ingredients } | { readonly ok: false; readonly fault: Fault };

/** In the order in which an architect would mend them. */
const checks: readonly ((requirements: CompleteRequirements) => Fault | undefined)[] = [
  cannotLayOut,
  missing,
  overCeiling,
  wrongCopies,
  wrongServers,
  noMailboxes,
  sameDatacenter,
  sameTier,
  raidSets,
  illegalPattern,
];

/** The inputs that a design is built from, or the first thing that is missing or cannot be laid out. */
export function checkInputs(requirements: CompleteRequirements): Inputs {
  for (const check of checks) {
    const fault = check(requirements);
    if (fault) return { ok: false, fault };
  }
  const { datacenters: [first, second] = [], hardware } = requirements;
  const model = hardware && serverModel(hardware, requirements);
  if (!first || !second || !hardware || !model) throw new RangeError('A missing input was not found.');
  return {
    ok: true,
    ingredients: { requirements, datacenters: [first, second], hardware, model, demand: totalDemand(requirements) },
  };
}

function missing({ mailboxTiers, datacenters, hardware }: CompleteRequirements): Fault | undefined {
  const tiers = mailboxTiers.flatMap(({ name, mailboxes, messagesPerDay, quotaMB }, i) => [
    { value: mailboxes, path: `/mailboxTiers/${i}/mailboxes`, what: `the number of mailboxes of tier ${name}` },
    { value: messagesPerDay, path: `/mailboxTiers/${i}/messagesPerDay`, what: `the messages per day of tier ${name}` },
    { value: quotaMB, path: `/mailboxTiers/${i}/quotaMB`, what: `the mailbox quota of tier ${name}` },
  ]);
  const { cores, memoryGB, bays, dataDisk } = hardware ?? {};
  const needed = [
    { value: mailboxTiers[0], path: '/mailboxTiers', what: 'a mailbox tier' },
    ...tiers,
    { value: datacenters?.[1], path: '/datacenters', what: 'the pair of datacenters' },
    { value: hardware, path: '/hardware', what: 'the server hardware' },
    { value: cores, path: '/hardware/cores', what: 'the number of cores' },
    { value: memoryGB, path: '/hardware/memoryGB', what: 'the memory' },
    { value: bays, path: '/hardware/bays', what: 'the number of drive bays' },
    {
      value: dataDisk?.capacityGB,
      path: '/hardware/dataDisk/capacityGB',
      what: 'the capacity of the data disks',
    },
    {
      value: dataDisk && diskIOPS(dataDisk),
      path: '/hardware/dataDisk/randomIOPS',
      what: 'what random I/O the data disks sustain, or their speed, interface and size',
    },
  ];
  const first = needed.find(({ value }) => value === undefined);
  return (
    first && {
      path: first.path,
      message: `The requirements do not state ${first.what}.`,
      remedy: `State ${first.what}.`,
    }
  );
}

function wrongCopies({ copies }: CompleteRequirements): Fault | undefined {
  const total = copies.highlyAvailable + copies.lagged;
  if (supportedCopies.includes(total)) return undefined;
  return {
    path: '/copies',
    message: `A design is laid out with 2 or 4 copies of each database, half of them in each datacenter, not with ${formatNumber(total)}.`,
    remedy: 'Ask for 3 highly available copies and 1 lagged one, as the Preferred Architecture does (copies).',
    leavesOut: true,
  };
}

function wrongServers({ copies, serversPerDatacenter: asked }: CompleteRequirements): Fault | undefined {
  const fewest = (copies.highlyAvailable + copies.lagged) / 2;
  const most = sizingCatalog.limits.serversPerDag / 2;
  if (asked === null || (asked >= fewest && asked <= most)) return undefined;
  return {
    path: '/serversPerDatacenter',
    message: `A DAG with ${2 * fewest} copies of each database has ${fewest} to ${counted(most, 'server')} in each datacenter, not ${formatNumber(asked)}.`,
    remedy: 'Leave the number of servers per datacenter open (serversPerDatacenter).',
    leavesOut: true,
  };
}

function noMailboxes(requirements: CompleteRequirements): Fault | undefined {
  if (totalDemand(requirements).mailboxes !== 0) return undefined;
  return {
    path: '/mailboxTiers/0/mailboxes',
    message: 'There are no mailboxes.',
    remedy: 'State how many mailboxes a tier has (mailboxTiers[0].mailboxes).',
  };
}

function sameDatacenter({ datacenters: [first, second] = [] }: CompleteRequirements): Fault | undefined {
  if (!first || first.name !== second?.name) return undefined;
  return {
    path: '/datacenters/1/name',
    message: `Both datacenters are called ${first.name}.`,
    remedy: 'Give the datacenters different names (datacenters[1].name).',
  };
}

function sameTier({ mailboxTiers }: CompleteRequirements): Fault | undefined {
  const names = mailboxTiers.map(({ name }) => name);
  const second = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (second < 0) return undefined;
  return {
    path: `/mailboxTiers/${second}/name`,
    message: `Two mailbox tiers are called ${names[second]}.`,
    remedy: `Give the mailbox tiers different names (mailboxTiers[${second}].name).`,
  };
}

/** How many disks a set takes is stated nowhere, and so neither is what it holds. */
function raidSets({ hardware }: CompleteRequirements): Fault | undefined {
  const disk = hardware?.dataDisk;
  if (!disk || !isRaidSet(disk)) return undefined;
  return {
    path: '/hardware/dataDisk/layout',
    message: `Every volume of a new design is one disk, so that ${disk.layout} sets of data disks cannot be planned.`,
    remedy: 'Leave the layout open, or choose JBOD or RAID0-single (hardware.dataDisk.layout).',
    leavesOut: true,
  };
}
