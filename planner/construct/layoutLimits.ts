import type { Pointer } from '../design/pointer.ts';
import { fieldName, type Fault } from './refusal.ts';
import type { CompleteRequirements } from './requirements.ts';

/** Something that sizing knows and a new design, which follows the Preferred Architecture, has no layout for. */
interface LayoutLimit {
  readonly path: Pointer;
  readonly asked: (requirements: CompleteRequirements) => boolean;
  readonly message: string;
}

const limits: readonly LayoutLimit[] = [
  {
    path: '/userDistribution',
    asked: ({ userDistribution = 'activeActiveOneDag' }) => userDistribution !== 'activeActiveOneDag',
    message: 'In a new design the databases of every DAG are active in both datacenters.',
  },
  {
    path: '/copies/highlyAvailableInSecondDatacenter',
    asked: ({ copies }) => isUneven(copies.highlyAvailableInSecondDatacenter, copies.highlyAvailable, Math.floor),
    message: 'In a new design half of the highly available copies, rounded down, are in the second datacenter.',
  },
  {
    path: '/copies/laggedInSecondDatacenter',
    asked: ({ copies }) => isUneven(copies.laggedInSecondDatacenter, copies.lagged, Math.ceil),
    message: 'In a new design half of the lagged copies, rounded up, are in the second datacenter.',
  },
  {
    path: '/activationBlockedInSecondDatacenter',
    asked: ({ activationBlockedInSecondDatacenter: blocked = false }) => blocked,
    message: 'In a new design databases activate in either datacenter.',
  },
  {
    path: '/hardwareInSecondDatacenter',
    asked: ({ hardwareInSecondDatacenter: other }) => other !== undefined,
    message: 'In a new design the servers of both datacenters are alike.',
  },
  {
    path: '/exchange/multiRole',
    asked: ({ exchange }) => exchange.multiRole === false,
    message: 'In a new design client access runs on the mailbox servers.',
  },
  {
    path: '/databases/count',
    asked: ({ databases }) => typeof databases?.count === 'number',
    message: 'A new design has as many databases as fit the fewest servers and disks.',
  },
  {
    path: '/databases/countRule',
    asked: ({ databases }) => databases?.countRule === 'calculator',
    message: 'A new design has as many databases as fit the fewest servers and disks.',
  },
  {
    path: '/databases/fullBlock',
    asked: ({ databases }) => databases?.fullBlock === true,
    message: 'A new design has as many databases as fit the fewest servers and disks.',
  },
  {
    path: '/databases/severalPerVolume',
    asked: ({ databases }) => databases?.severalPerVolume === false,
    message: 'In a new design as many databases share a disk as a database has copies.',
  },
  {
    path: '/databases/perVolume',
    asked: ({ databases }) => databases?.perVolume === 'halfTheCopies',
    message: 'In a new design as many databases share a disk as a database has copies.',
  },
  {
    path: '/storage/jbod',
    asked: ({ storage }) => storage?.jbod === false,
    message: 'In a new design every volume is one disk.',
  },
  {
    path: '/storage/dataVolumesPerServer',
    asked: ({ storage }) => typeof storage?.dataVolumesPerServer === 'number',
    message: 'A new design has as few data volumes as hold its databases.',
  },
];

/** The first input that can be sized but not laid out. */
export function cannotLayOut(requirements: CompleteRequirements): Fault | undefined {
  const limit = limits.find(({ asked }) => asked(requirements));
  if (!limit) return undefined;
  const { path, message } = limit;
  return { path, message, remedy: `Leave it open (${fieldName(path)}); \`size\` knows it.`, leavesOut: true };
}

function isUneven(away: number | null | undefined, all: number, halve: (value: number) => number): boolean {
  return typeof away === 'number' && away !== halve(all / 2);
}
