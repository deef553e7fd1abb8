import type { Ingredients } from './buildDesign.ts';
import { illegalPattern } from './nameProblem.ts';
import type { CompleteRequirements } from './requirements.ts';
import { totalDemand } from './demand.ts';
import { serverModel } from './serverModel.ts';
import { supportedCopies } from '../layout/copyOrder.ts';
import { diskIOPS, sizingCatalog } from '../sizing/catalog.ts';

export type Inputs =
  | { readonly ok: true; readonly ingredients: Ingredients }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** The inputs that a design is built from, or the first thing that is missing or cannot be laid out. */
export function checkInputs(requirements: CompleteRequirements): Inputs {
  const { mailboxTiers, datacenters, hardware, copies, serversPerDatacenter } = requirements;
  const missing = firstMissing(requirements);
  if (missing) return { ok: false, message: `The requirements do not state ${missing}.`, remedy: `State ${missing}.` };
  const total = copies.highlyAvailable + copies.lagged;
  if (!supportedCopies.includes(total)) {
    return {
      ok: false,
      message: `${total} copies of a database cannot be split evenly over two datacenters; 2 or 4 can.`,
      remedy: 'Ask for 3 highly available copies and 1 lagged one, as the Preferred Architecture does.',
    };
  }
  const most = sizingCatalog.limits.serversPerDag / 2;
  if (serversPerDatacenter !== null && (serversPerDatacenter < total / 2 || serversPerDatacenter > most)) {
    return {
      ok: false,
      message: `A DAG with ${total} copies of each database has ${total / 2} to ${most} servers in each datacenter, not ${serversPerDatacenter}.`,
      remedy: 'Leave the number of servers per datacenter open.',
    };
  }
  const demand = totalDemand(requirements);
  if (demand.mailboxes === 0)
    return { ok: false, message: 'There are no mailboxes.', remedy: 'State how many mailboxes a tier has.' };
  const model = hardware && serverModel(hardware, requirements);
  if (!datacenters || !hardware || !model) throw new RangeError('A missing input was not found.');
  if (datacenters[0].name === datacenters[1].name) {
    return {
      ok: false,
      message: `Both datacenters are called ${datacenters[0].name}.`,
      remedy: 'Give the datacenters different names.',
    };
  }
  const illegal = illegalPattern(requirements);
  if (illegal !== undefined) {
    return {
      ok: false,
      message: `The ${illegal} name pattern gives names with characters that names may not have.`,
      remedy: `Use a ${illegal} name pattern without slashes, colons, control characters and outer spaces.`,
    };
  }
  const names = mailboxTiers.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    return {
      ok: false,
      message: `Two mailbox tiers are called ${twice}.`,
      remedy: 'Give the mailbox tiers different names.',
    };
  }
  return { ok: true, ingredients: { requirements, datacenters, hardware, model, demand } };
}

function firstMissing({ mailboxTiers, datacenters, hardware }: CompleteRequirements): string | undefined {
  if (mailboxTiers.length === 0) return 'a mailbox tier';
  for (const { name, mailboxes, messagesPerDay, quotaMB } of mailboxTiers) {
    if (mailboxes === undefined) return `the number of mailboxes of tier ${name}`;
    if (messagesPerDay === undefined) return `the messages per day of tier ${name}`;
    if (quotaMB === undefined) return `the mailbox quota of tier ${name}`;
  }
  if (!datacenters) return 'the pair of datacenters';
  if (!hardware) return 'the server hardware';
  if (hardware.cores === undefined) return 'the number of cores';
  if (hardware.memoryGB === undefined) return 'the memory';
  if (hardware.bays === undefined) return 'the number of drive bays';
  if (hardware.dataDisk?.capacityGB === undefined) return 'the capacity of the data disks';
  if (diskIOPS(hardware.dataDisk) === undefined)
    return 'what random I/O the data disks sustain, or their speed, interface and size';
  return undefined;
}
